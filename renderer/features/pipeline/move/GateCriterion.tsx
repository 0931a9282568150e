import { Circle, CircleCheck } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { DealCard, GateItem } from '#shared/contract/pipeline.contract.ts';
import styles from './GateDialog.module.css';
import { type GateEntries, type GateEntry, isAnswered } from './gateEntries.ts';
import { GateProofControl } from './GateProofControl.tsx';

interface GateCriterionProps {
  readonly item: GateItem;
  /** The first of the dialog: its field is where one begins. */
  readonly first: boolean;
  readonly deal: DealCard;
  readonly entry: GateEntry | undefined;
  readonly answered: GateEntries;
  readonly onEntry: (entry: GateEntry | undefined) => void;
}

/** One open criterion with what meets it. */
export function GateCriterion({ item, first, deal, entry, answered, onEntry }: GateCriterionProps) {
  const t = useT();
  const done = isAnswered(item, answered);
  return (
    <li className={styles.item}>
      <span className={done ? styles.answered : styles.open}>
        <Icon of={done ? CircleCheck : Circle} />
      </span>
      <div className={styles.criterion}>
        <p className={styles.text}>
          {item.text}
          <Tag tone={item.enforcement === 'block' ? 'negative' : 'warning'}>
            {t(`pipeline.gate.${item.enforcement}`)}
          </Tag>
        </p>
        <GateProofControl item={item} first={first} deal={deal} entry={entry} onEntry={onEntry} />
      </div>
    </li>
  );
}
