import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useTokens } from '#renderer/theme/readTokens.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { drawConnections } from './drawConnections.ts';
import { createGraph, type Graph, type GraphEdge, type GraphNode, showSelection, syncGraph } from './graphModel.ts';
import styles from './GraphView.module.css';

interface GraphViewProps {
  /** What the picture is, for listeners; the same content is in a table elsewhere. */
  readonly label: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly selected: readonly string[];
  /** A node or edge was clicked; null = the empty ground. */
  readonly onSelect: (id: string | null) => void;
  /** While set, dragging from one node to another draws a line. */
  readonly onConnect?: ((fromId: string, toId: string) => void) | undefined;
  /** Quiet preview: no zoom buttons, no wheel. */
  readonly still?: boolean;
}

/** Cytoscape behind one component: nodes at given places, lines between them, selection, zoom, drawing lines. */
export function GraphView({ label, nodes, edges, selected, onSelect, onConnect, still = false }: GraphViewProps) {
  const t = useT();
  const tokens = useTokens();
  const box = useRef<HTMLDivElement>(null);
  const graph = useRef<Graph | null>(null);
  const handlers = useRef({ onSelect, onConnect });
  useEffect(() => {
    handlers.current = { onSelect, onConnect };
  });
  useEffect(() => {
    if (!box.current) return undefined;
    const created = createGraph(box.current, { still });
    created.on('tap', (event) => {
      const { target } = event;
      handlers.current.onSelect(target === created ? null : String(target.id()));
    });
    const stopDrawing = drawConnections(created, () => handlers.current.onConnect);
    graph.current = created;
    return () => {
      stopDrawing();
      created.destroy();
      graph.current = null;
    };
  }, [still]);
  useEffect(() => {
    if (!graph.current) return;
    syncGraph(graph.current, nodes, edges, tokens);
    // After every change of the elements, because new ones carry no mark yet.
    showSelection(graph.current, selected);
  }, [nodes, edges, tokens, selected]);
  const zoom = (factor: number) => {
    const current = graph.current;
    if (!current) return;
    const centre = { x: current.width() / 2, y: current.height() / 2 };
    current.zoom({ level: current.zoom() * factor, renderedPosition: centre });
  };
  return (
    <div className={styles.view} data-drawing={onConnect ? '' : undefined}>
      <div ref={box} className={styles.canvas} role="img" aria-label={label} />
      {still ? null : (
        <div className={styles.zoom}>
          <IconButton icon={Plus} label={t('app.graph.zoomIn')} onClick={() => zoom(1.25)} />
          <IconButton icon={Minus} label={t('app.graph.zoomOut')} onClick={() => zoom(0.8)} />
          <IconButton icon={Maximize} label={t('app.graph.fit')} onClick={() => graph.current?.fit(undefined, 40)} />
        </div>
      )}
    </div>
  );
}
