import { Plus } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { type RuleDraft, withPart } from './ruleDraft.ts';
import styles from './RuleEditor.module.css';
import { RuleLine } from './RuleLine.tsx';
import { firstOf } from './ruleSpec.ts';
import { type RuleNames, say } from './ruleWords.ts';

interface RuleSentenceProps {
  readonly draft: RuleDraft;
  readonly names: RuleNames;
  readonly problems: readonly RuleProblem[];
  readonly onChange: (draft: RuleDraft) => void;
}

/** 当 (the trigger), 且 (any number of conditions), 则 (the actions). */
export function RuleSentence({ draft, names, problems, onChange }: RuleSentenceProps) {
  const t = useT();
  const currency = regionStore((region) => region.currency);
  const shared = { names, problems, processId: draft.processId };
  const { conditions, actions } = draft;
  const whole = problems.filter(({ path }) => path === 'actions');
  return (
    <div className={styles.clauses}>
      <section className={styles.clause} aria-label={t('rules.editor.when')}>
        <b className={styles.lead}>{t('rules.editor.when')}</b>
        <div className={styles.lines}>
          <RuleLine
            {...shared}
            part="trigger"
            index={0}
            value={draft.trigger}
            onChange={(trigger) => onChange({ ...draft, trigger })}
          />
        </div>
      </section>
      <section className={styles.clause} aria-label={t('rules.editor.and')}>
        <b className={styles.lead}>{t('rules.editor.and')}</b>
        <div className={styles.lines}>
          {conditions.map((condition, index) => (
            <RuleLine
              {...shared}
              // oxlint-disable-next-line react/no-array-index-key -- conditions have no name of their own
              key={index}
              part="condition"
              index={index}
              value={condition}
              onChange={(next) => onChange({ ...draft, conditions: withPart(conditions, index, next) })}
              onRemove={() => onChange({ ...draft, conditions: withPart(conditions, index, null) })}
            />
          ))}
          <Button
            size="small"
            icon={Plus}
            onClick={() => onChange({ ...draft, conditions: [...conditions, firstOf('condition', 'stage', currency)] })}
          >
            {t('rules.editor.addCondition')}
          </Button>
        </div>
      </section>
      <section className={styles.clause} aria-label={t('rules.editor.then')}>
        <b className={styles.lead}>{t('rules.editor.then')}</b>
        <div className={styles.lines}>
          {actions.map((action, index) => (
            <RuleLine
              {...shared}
              // oxlint-disable-next-line react/no-array-index-key -- actions have no name of their own
              key={index}
              part="action"
              index={index}
              value={action}
              onChange={(next) => onChange({ ...draft, actions: withPart(actions, index, next) })}
              onRemove={() => onChange({ ...draft, actions: withPart(actions, index, null) })}
            />
          ))}
          {whole.map(({ code, rules }) => (
            <p key={code} className={styles.problem} role="alert">
              {say(t, `rules.problem.${code}`, { rules: rules.join(' → ') })}
            </p>
          ))}
          <Button
            size="small"
            icon={Plus}
            onClick={() => onChange({ ...draft, actions: [...actions, firstOf('action', 'raiseRisk', currency)] })}
          >
            {t('rules.editor.addAction')}
          </Button>
        </div>
      </section>
    </div>
  );
}
