import cytoscape from 'cytoscape';
import type { Tokens } from '#renderer/theme/readTokens.ts';
import { graphStyle } from './graphStyle.ts';

export type Graph = cytoscape.Core;

/** A card at a place; its look is a picture, so that the graph shows exactly what the feature draws. */
export interface GraphNode {
  readonly id: string;
  /** Centre, in pixels of the unzoomed picture. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `data:` address of an SVG. */
  readonly picture: string;
  /** The same card while it is selected. */
  readonly chosenPicture: string;
  /** Read by tests and tools; drawn by the picture. */
  readonly name: string;
}

/** A line from one card to another. */
export interface GraphEdge {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  /** `tree`: right-angled, quiet. `arrow`: curved with a head. `line`: straight, with a mark in the middle. */
  readonly shape: 'tree' | 'arrow' | 'line';
  readonly tone: 'quiet' | 'plain' | 'accent' | 'negative' | 'positive';
  readonly dashed: boolean;
  readonly text: string;
}

/** An empty graph in an element. Nodes stay where the layout put them; the ground is dragged and zoomed. */
export function createGraph(container: HTMLElement, { still }: { still: boolean }): Graph {
  return cytoscape({
    container,
    minZoom: 0.2,
    maxZoom: 2.5,
    autoungrabify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: !still,
    userPanningEnabled: !still,
    pixelRatio: 'auto',
  });
}

/** Makes the graph show these nodes and lines. The view jumps only when people came or went, never after an edit. */
export function syncGraph(
  graph: Graph,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  tokens: Tokens,
): void {
  const before = new Set(graph.nodes().map((node) => node.id()));
  graph.batch(() => {
    graph.style(graphStyle(tokens));
    const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
    graph.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove();
    });
    for (const { id, x, y, ...data } of nodes) {
      const known = graph.getElementById(id);
      if (known.nonempty()) {
        known.data(data);
        known.position({ x, y });
      } else {
        graph.add({ group: 'nodes', data: { id, ...data }, position: { x, y } });
      }
    }
    for (const { id, fromId, toId, ...data } of edges) {
      const known = graph.getElementById(id);
      if (known.nonempty() && known.source().id() === fromId && known.target().id() === toId) {
        known.data(data);
      } else {
        known.remove();
        graph.add({ group: 'edges', data: { id, source: fromId, target: toId, ...data } });
      }
    }
  });
  const same = before.size === nodes.length && nodes.every(({ id }) => before.has(id));
  if (!same) fitCalmly(graph);
}

/** Everything in view, but never larger than life. */
function fitCalmly(graph: Graph): void {
  graph.fit(undefined, 20);
  if (graph.zoom() > 1) {
    graph.zoom(1);
    graph.center();
  }
}

/** Marks what is selected and what belongs to it. */
export function showSelection(graph: Graph, selected: readonly string[]): void {
  const wanted = new Set(selected);
  graph.batch(() => {
    graph.elements().forEach((element) => {
      element.toggleClass('chosen', wanted.has(element.id()));
    });
  });
}
