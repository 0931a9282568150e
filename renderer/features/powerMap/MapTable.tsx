import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import {
  type Coverage,
  coverageSchema,
  type Stance,
  stanceSchema,
  type StakeholderNode,
} from '#shared/contract/powerMap.contract.ts';
import { superiors } from '#shared/domain/powerMap/reportTree.ts';
import styles from './MapTable.module.css';
import { personName } from './mapModel.ts';
import { RelationTable } from './RelationTable.tsx';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface MapTableProps {
  readonly map: PowerMapAnswer;
  readonly commands: MapCommands;
  readonly onSelect: (id: string) => void;
}

/** The same map as a table: everything that the picture shows and changes, by keyboard and for screen readers. */
export function MapTable({ map, commands, onSelect }: MapTableProps) {
  const t = useT();
  const above = superiors(map.relations);
  const reportLine = (id: string) => map.relations.find((line) => line.kind === 'reportsTo' && line.fromId === id);
  const setSuperior = (id: string, superior: string | null) => {
    const line = reportLine(id);
    if (superior !== null) commands.relate(id, superior, 'reportsTo');
    else if (line) commands.unrelate(line.id);
  };
  const columns: readonly TableColumn<StakeholderNode>[] = [
    {
      key: 'name',
      title: t('fields.contact.name'),
      cell: (person) => (
        <span className={styles.name}>
          <Button tone="quiet" size="small" onClick={() => onSelect(person.id)}>
            {personName(person)}
          </Button>
        </span>
      ),
    },
    { key: 'title', title: t('fields.contact.title'), cell: (person) => person.title },
    { key: 'department', title: t('fields.stakeholder.department'), cell: (person) => person.departmentShown },
    {
      key: 'influence',
      title: t('fields.stakeholder.influence'),
      width: 90,
      align: 'end',
      cell: (person) => (
        <InlineEdit
          kind="number"
          minimum={0}
          maximum={100}
          label={t('fields.stakeholder.influence')}
          value={person.influence}
          onSave={(influence: number | null) => commands.save(person.id, { influence })}
        />
      ),
    },
    {
      key: 'stance',
      title: t('fields.stakeholder.stance'),
      width: 120,
      cell: (person) => (
        <InlineEdit
          kind="select"
          label={t('fields.stakeholder.stance')}
          value={person.stance}
          options={stanceSchema.options.map((value) => ({ value, label: t(`powerMap.stance.${value}`) }))}
          onSave={(stance: Stance) => commands.save(person.id, { stance })}
        />
      ),
    },
    {
      key: 'coverage',
      title: t('fields.stakeholder.coverage'),
      width: 120,
      cell: (person) => (
        <InlineEdit
          kind="select"
          label={t('fields.stakeholder.coverage')}
          value={person.coverage}
          options={coverageSchema.options.map((value) => ({ value, label: t(`powerMap.coverage.${value}`) }))}
          onSave={(coverage: Coverage) => commands.save(person.id, { coverage })}
        />
      ),
    },
    {
      key: 'superior',
      title: t('powerMap.relation.reportsTo'),
      width: 170,
      cell: (person) => (
        <Select
          size="small"
          clearable
          aria-label={t('powerMap.table.superior', { name: personName(person) })}
          value={above.get(person.id) ?? null}
          options={map.stakeholders
            .filter(({ id }) => id !== person.id)
            .map((one) => ({ value: one.id, label: personName(one) }))}
          onChange={(superior) => setSuperior(person.id, superior)}
        />
      ),
    },
  ];
  return (
    <div className={styles.tables}>
      <Table caption={t('powerMap.table.people')} columns={columns} rows={map.stakeholders} rowKey={({ id }) => id} />
      <RelationTable map={map} commands={commands} />
    </div>
  );
}
