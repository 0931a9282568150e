import type { EventObject } from 'cytoscape';
import type { Graph } from './graphModel.ts';

type Connect = ((fromId: string, toId: string) => void) | undefined;

const POINTER = '~pointer';
const LINE = '~drawing';

/**
 * Draws a line from the node where the pointer goes down to the one where it goes up, while `connect` answers a function.
 * Returns how to stop listening.
 */
export function drawConnections(graph: Graph, connect: () => Connect): () => void {
  let fromId: string | null = null;
  const begin = ({ target }: EventObject) => {
    if (!connect()) return;
    fromId = String(target.id());
    target.addClass('source');
    graph.userPanningEnabled(false);
  };
  const move = ({ position }: EventObject) => {
    if (fromId === null) return;
    const pointer = graph.getElementById(POINTER);
    if (pointer.nonempty()) {
      pointer.position(position);
      return;
    }
    graph.add([
      {
        group: 'nodes',
        data: { id: POINTER, width: 1, height: 1, picture: 'none' },
        position: { ...position },
        classes: 'pointer',
      },
      { group: 'edges', data: { id: LINE, source: fromId, target: POINTER, text: '' }, classes: 'drawing' },
    ]);
  };
  const end = ({ position }: EventObject) => {
    if (fromId === null) return;
    const from = fromId;
    fromId = null;
    graph.getElementById(POINTER).remove();
    graph.nodes('.source').removeClass('source');
    graph.userPanningEnabled(true);
    const under = graph.nodes().filter((node) => {
      const box = node.boundingBox({ includeLabels: false });
      return position.x >= box.x1 && position.x <= box.x2 && position.y >= box.y1 && position.y <= box.y2;
    });
    const target = under.first();
    if (target.nonempty() && target.id() !== from) connect()?.(from, target.id());
  };
  graph.on('tapstart', 'node', begin);
  graph.on('tapdrag', move);
  graph.on('tapend', end);
  return () => {
    graph.off('tapstart', 'node', begin);
    graph.off('tapdrag', move);
    graph.off('tapend', end);
  };
}
