import { ArrowRightLeft } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { RelationEdge } from '#shared/contract/powerMap.contract.ts';
import styles from './MapPanel.module.css';
import { personName } from './mapModel.ts';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface RelationPanelProps {
  readonly relation: RelationEdge;
  readonly map: PowerMapAnswer;
  readonly commands: MapCommands;
  readonly onGone: () => void;
}

/** The selected line: who to whom, whether it is confirmed. */
export function RelationPanel({ relation, map, commands, onGone }: RelationPanelProps) {
  const t = useT();
  const name = (id: string) => {
    const person = map.stakeholders.find((one) => one.id === id);
    return person ? personName(person) : '';
  };
  return (
    <section className={styles.section}>
      <h2 className={styles.head}>
        <Icon of={ArrowRightLeft} />
        {t(`powerMap.relation.${relation.kind}`)}
        <span className={styles.end}>
          <DeleteButton
            label={t('powerMap.relation.remove')}
            onDelete={() => {
              commands.unrelate(relation.id);
              onGone();
            }}
          />
        </span>
      </h2>
      <p>{t('powerMap.relation.between', { from: name(relation.fromId), to: name(relation.toId) })}</p>
      <Checkbox checked={relation.confirmed} onChange={(confirmed) => commands.confirm(relation, confirmed)}>
        {t('powerMap.relation.confirmed')}
      </Checkbox>
    </section>
  );
}
