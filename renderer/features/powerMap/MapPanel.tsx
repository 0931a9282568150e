import type { RelationEdge, StakeholderNode } from '#shared/contract/powerMap.contract.ts';
import { EffortChart } from './EffortChart.tsx';
import { IndicesRow } from './IndicesRow.tsx';
import { InsightList } from './InsightList.tsx';
import styles from './MapPanel.module.css';
import { PersonPanel } from './PersonPanel.tsx';
import { RelationPanel } from './RelationPanel.tsx';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface MapPanelProps {
  readonly map: PowerMapAnswer;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly commands: MapCommands;
}

/** Beside the map: the selected person or line, the figures, what they say, effort against influence. */
export function MapPanel({ map, selected, onSelect, commands }: MapPanelProps) {
  const [id] = selected;
  const person: StakeholderNode | undefined = map.stakeholders.find((one) => one.id === id);
  const relation: RelationEdge | undefined = map.relations.find((one) => one.id === id);
  return (
    <aside className={styles.panel}>
      {person ? (
        <PersonPanel key={person.id} person={person} map={map} commands={commands} onGone={() => onSelect([])} />
      ) : null}
      {relation ? (
        <RelationPanel relation={relation} map={map} commands={commands} onGone={() => onSelect([])} />
      ) : null}
      <IndicesRow map={map} />
      <InsightList map={map} onSelect={onSelect} />
      <EffortChart map={map} />
    </aside>
  );
}
