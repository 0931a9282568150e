import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { layers, personName } from './mapModel.ts';
import styles from './MapTable.module.css';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface RelationTableProps {
  readonly map: PowerMapAnswer;
  readonly commands: MapCommands;
}

/** Every line of the map as a row, and a row to draw one without a mouse. */
export function RelationTable({ map, commands }: RelationTableProps) {
  const t = useT();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof layers)[number]>('influences');
  const people = map.stakeholders.map((person) => ({ value: person.id, label: personName(person) }));
  const nameOf = (id: string) => people.find(({ value }) => value === id)?.label ?? '';
  const ready = from !== null && to !== null && from !== to;
  const lines = map.relations.filter((line) => line.kind !== 'reportsTo');
  return (
    <>
      <Table
        caption={t('powerMap.table.relations')}
        rows={lines}
        rowKey={({ id }) => id}
        whenEmpty={<EmptyState title={t('powerMap.table.noRelations')} />}
        columns={[
          { key: 'from', title: t('powerMap.table.from'), cell: ({ fromId }) => nameOf(fromId) },
          { key: 'kind', title: t('powerMap.table.kind'), cell: (line) => t(`powerMap.relation.${line.kind}`) },
          { key: 'to', title: t('powerMap.table.to'), cell: ({ toId }) => nameOf(toId) },
          {
            key: 'confirmed',
            title: t('powerMap.relation.confirmed'),
            width: 130,
            cell: (line) => (
              <Checkbox checked={line.confirmed} onChange={(confirmed) => commands.confirm(line, confirmed)}>
                {t(line.confirmed ? 'powerMap.legend.confirmed' : 'powerMap.legend.inferred')}
              </Checkbox>
            ),
          },
          {
            key: 'remove',
            title: t('app.action.delete'),
            hideTitle: true,
            width: 48,
            cell: ({ id }) => (
              <DeleteButton label={t('powerMap.relation.remove')} onDelete={() => commands.unrelate(id)} />
            ),
          },
        ]}
      />
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) commands.relate(from, to, kind);
        }}
      >
        <Select
          aria-label={t('powerMap.table.from')}
          placeholder={t('powerMap.table.from')}
          value={from}
          options={people}
          onChange={setFrom}
        />
        <Select
          aria-label={t('powerMap.table.kind')}
          value={kind}
          options={layers.map((value) => ({ value, label: t(`powerMap.relation.${value}`) }))}
          onChange={(value) => setKind(layers.find((known) => known === value) ?? 'influences')}
        />
        <Select
          aria-label={t('powerMap.table.to')}
          placeholder={t('powerMap.table.to')}
          value={to}
          options={people}
          onChange={setTo}
        />
        <Button type="submit" disabled={!ready}>
          {t('powerMap.table.draw')}
        </Button>
      </form>
    </>
  );
}
