import { GraphView } from '#renderer/adapters/graph/GraphView.tsx';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import styles from './MapPreviewPart.module.css';
import { useMapPicture, usePowerMap } from './usePowerMap.ts';

/** The map in small on the deal's overview; a click opens it. */
export function MapPreviewPart({ id }: RecordPartProps) {
  const t = useT();
  const { data } = usePowerMap(id);
  const { nodes, edges } = useMapPicture(data, true);
  if (data?.stakeholders.length === 0) {
    return <EmptyState title={t('powerMap.empty.title')} detail={t('powerMap.empty.detail')} />;
  }
  const open = () => go(paths.deal(id, { tab: 'map' }));
  return (
    <div className={styles.preview}>
      <GraphView
        still
        label={t('powerMap.view.spoken', { count: data?.stakeholders.length ?? 0 })}
        nodes={nodes}
        edges={edges}
        selected={[]}
        onSelect={open}
      />
    </div>
  );
}
