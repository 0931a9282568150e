import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { GraphView } from '#renderer/adapters/graph/GraphView.tsx';
import { useT } from '#renderer/platform/language.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { RelationKind } from '#shared/contract/powerMap.contract.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { layers } from './mapModel.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapPanel } from './MapPanel.tsx';
import { MapTable } from './MapTable.tsx';
import styles from './PowerMapPart.module.css';
import { useMapCommands, useMapPicture, usePowerMap } from './usePowerMap.ts';

/** 权力地图 of a deal: the picture or the table, and what it tells about the selected person. */
export function PowerMapPart({ id }: RecordPartProps) {
  const t = useT();
  const map = usePowerMap(id);
  const commands = useMapCommands(id);
  const { nodes, edges, shown, toggle } = useMapPicture(map.data);
  const [view, setView] = useState<'graph' | 'table'>('graph');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [drawing, setDrawing] = useState<RelationKind | null>(null);
  const [adding, setAdding] = useState(false);
  if (map.error) return <ErrorState failure={map.error.failure} onRetry={() => void map.refetch()} />;
  if (!map.data) return <Skeleton rows={6} />;
  const empty = map.data.stakeholders.length === 0;
  return (
    <div className={styles.map}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <Segmented
            label={t('powerMap.view.label')}
            value={view}
            options={(['graph', 'table'] as const).map((value) => ({ value, label: t(`powerMap.view.${value}`) }))}
            onChange={setView}
          />
          {view === 'graph' ? (
            <>
              {layers.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  tone={shown.has(kind) ? 'plain' : 'quiet'}
                  aria-pressed={shown.has(kind)}
                  onClick={() => toggle(kind)}
                >
                  {t(`powerMap.relation.${kind}`)}
                </Button>
              ))}
              <span className={styles.draw}>
                <Select
                  size="small"
                  clearable
                  aria-label={t('powerMap.draw.label')}
                  placeholder={t('powerMap.draw.label')}
                  value={drawing}
                  options={layers.map((kind) => ({ value: kind, label: t(`powerMap.draw.${kind}`) }))}
                  onChange={(kind) => setDrawing(layers.find((known) => known === kind) ?? null)}
                />
              </span>
            </>
          ) : null}
          <span className={styles.end}>
            <Button icon={UserPlus} onClick={() => setAdding(true)}>
              {t('powerMap.add.button')}
            </Button>
          </span>
        </div>
        {empty ? (
          <EmptyState icon={UserPlus} title={t('powerMap.empty.title')} detail={t('powerMap.empty.detail')}>
            <Button tone="primary" onClick={() => setAdding(true)}>
              {t('powerMap.add.button')}
            </Button>
          </EmptyState>
        ) : view === 'graph' ? (
          <>
            {drawing ? <p className={styles.hint}>{t('powerMap.draw.hint')}</p> : null}
            <GraphView
              label={t('powerMap.view.spoken', { count: map.data.stakeholders.length })}
              nodes={nodes}
              edges={edges}
              selected={selected}
              onSelect={(chosen) => setSelected(chosen === null ? [] : [chosen])}
              onConnect={drawing ? (fromId, toId) => commands.relate(fromId, toId, drawing) : undefined}
            />
            <MapLegend />
          </>
        ) : (
          <MapTable map={map.data} commands={commands} onSelect={(chosen) => setSelected([chosen])} />
        )}
      </div>
      {empty ? null : <MapPanel map={map.data} selected={selected} onSelect={setSelected} commands={commands} />}
      {adding ? <AddPersonDialog map={map.data} commands={commands} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
