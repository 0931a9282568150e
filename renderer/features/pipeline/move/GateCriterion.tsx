import { Circle, CircleCheck } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import styles from './GateDialog.module.css';
import { proofOf } from './gateEntries.ts';
import { GateElsewhere } from './GateElsewhere.tsx';
import { GateField } from './GateField.tsx';

interface GateCriterionProps {
  readonly item: GateItem;
  /** The first of the dialog: its field is where one begins. */
  readonly first: boolean;
  readonly dealId: string;
  readonly currency: string;
  readonly entry: string | number | null;
  readonly onEntry: (entry: string | number | null) => void;
  /** A task was done, an activity logged: the criteria must be judged again. */
  readonly onProvenElsewhere: () => void;
}

/** One open criterion with the field that proves it. */
export function GateCriterion({
  item,
  first,
  dealId,
  currency,
  entry,
  onEntry,
  onProvenElsewhere,
}: GateCriterionProps) {
  const t = useT();
  const proof = proofOf(item);
  const answered = entry !== null && String(entry).trim() !== '';
  const label = t('pipeline.gate.proofOf', { criterion: item.text });
  return (
    <li className={styles.item}>
      <span className={answered ? styles.answered : styles.open}>
        <Icon of={answered ? CircleCheck : Circle} />
      </span>
      <div className={styles.criterion}>
        <p className={styles.text}>
          {item.text}
          <Tag tone={item.enforcement === 'block' ? 'negative' : 'warning'}>
            {t(`pipeline.gate.${item.enforcement}`)}
          </Tag>
        </p>
        {proof === 'note' ? (
          <TextInput
            value={entry === null ? '' : String(entry)}
            onChange={onEntry}
            aria-label={label}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for this
            autoFocus={first}
            placeholder={t(`pipeline.gate.placeholder_${item.kind === 'signOff' ? 'signOff' : 'evidence'}`)}
          />
        ) : proof === 'field' ? (
          <GateField field={item.field ?? ''} currency={currency} value={entry} onChange={onEntry} label={label} />
        ) : (
          <GateElsewhere item={item} dealId={dealId} onProven={onProvenElsewhere} />
        )}
      </div>
    </li>
  );
}
