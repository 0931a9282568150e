import { X } from 'lucide-react';
import { useId } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { pathOf, problemsAt, withSlot } from './ruleDraft.ts';
import styles from './RuleEditor.module.css';
import { RuleSlot } from './RuleSlot.tsx';
import { type DraftPart, firstOf, kindsOf, type RulePart, slotsOf } from './ruleSpec.ts';
import { type RuleNames, say } from './ruleWords.ts';
import { Sentence } from './Sentence.tsx';

interface RuleLineProps {
  readonly part: RulePart;
  readonly index: number;
  readonly value: DraftPart;
  readonly names: RuleNames;
  readonly processId: string | null;
  readonly problems: readonly RuleProblem[];
  readonly onChange: (value: DraftPart) => void;
  readonly onRemove?: () => void;
}

/** One trigger, condition or action: its kind, its sentence with controls, and what is wrong with it right below. */
export function RuleLine({ part, index, value, names, processId, problems, onChange, onRemove }: RuleLineProps) {
  const t = useT();
  const format = useFormat();
  const currency = regionStore((region) => region.currency);
  const noteId = useId();
  const path = pathOf(part, index);
  const own = problemsAt(problems, path);
  const key = `rules.${part}Part.${value.kind}`;
  const slots = slotsOf(part, value.kind);
  const places = Object.fromEntries(Object.keys(slots).map((slot) => [slot, `\u0001${slot}\u0001`]));
  const number = index + 1;
  return (
    <div className={styles.piece}>
      <div className={styles.row}>
        <span className={styles.kind}>
          <Select
            aria-label={t(`rules.${part}.kind`, { number })}
            value={value.kind}
            options={kindsOf(part).map((kind) => ({ value: kind, label: say(t, `rules.${part}.${kind}`) }))}
            onChange={(kind) => kind && onChange(firstOf(part, kind, currency))}
          />
        </span>
        {isTextKey(key) ? (
          <Sentence
            text={say(t, key, places)}
            controls={Object.fromEntries(
              Object.entries(slots).map(([slot, type]) => [
                slot,
                <RuleSlot
                  key={slot}
                  type={type}
                  part={value}
                  slot={slot}
                  label={say(t, `rules.slotName.${slot}`)}
                  invalid={own.some((problem) => problem.path === `${path}.${slot}`)}
                  describedBy={noteId}
                  names={names}
                  processId={processId}
                  onChange={(chosen) => onChange(withSlot(value, slot, chosen))}
                />,
              ]),
            )}
          />
        ) : (
          <span className={styles.sentence} />
        )}
        {onRemove ? (
          <IconButton size="small" icon={X} label={t(`rules.${part}.remove`, { number })} onClick={onRemove} />
        ) : null}
      </div>
      {own.length > 0 ? (
        <p id={noteId} className={styles.problem} role="alert">
          {format.list(own.map(({ code, rules }) => say(t, `rules.problem.${code}`, { rules: rules.join(' → ') })))}
        </p>
      ) : null}
    </div>
  );
}
