import type { StylesheetJson } from 'cytoscape';
import type { Tokens } from '#renderer/theme/readTokens.ts';

/** The graph's look from the theme: grey reporting, curved influence, dashed = inferred, red cross = conflict. */
export function graphStyle(tokens: Tokens): StylesheetJson {
  const tones = {
    quiet: tokens.border2,
    plain: tokens.text3,
    accent: tokens.accent,
    negative: tokens.negFill,
    positive: tokens.posFill,
  } as const;
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': tokens.bgSurface,
        'background-opacity': 0,
        'background-image': 'data(picture)',
        'background-fit': 'none',
        'background-width': '100%',
        'background-height': '100%',
        'background-clip': 'none',
        'bounds-expansion': [12],
        'overlay-opacity': 0,
        'border-width': 0,
      },
    },
    {
      selector: 'node.chosen',
      style: { 'background-image': 'data(chosenPicture)' },
    },
    { selector: 'node.source', style: { 'border-width': 2, 'border-color': tokens.accent } },
    {
      selector: 'node.pointer',
      style: { width: 1, height: 1, 'background-image': 'none', 'background-opacity': 0, events: 'no' },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-style': 'solid',
        label: 'data(text)',
        'font-size': 12,
        'font-family': 'inherit',
        color: tokens.text2,
        'text-background-color': tokens.bgApp,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'overlay-opacity': 0,
      },
    },
    ...Object.entries(tones).map(([tone, colour]) => ({
      selector: `edge[tone = "${tone}"]`,
      style: { 'line-color': colour, 'target-arrow-color': colour },
    })),
    {
      selector: 'edge[shape = "tree"]',
      style: {
        'curve-style': 'taxi',
        'taxi-direction': 'upward',
        'taxi-turn': '50%',
        'source-endpoint': '0deg',
        'target-endpoint': '180deg',
        'z-index': 1,
      },
    },
    {
      selector: 'edge[shape = "arrow"]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': [-60],
        'control-point-weights': [0.5],
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'z-index': 2,
      },
    },
    { selector: 'edge[shape = "line"]', style: { 'curve-style': 'straight', 'z-index': 3 } },
    {
      selector: 'edge[shape = "line"][tone = "negative"]',
      style: {
        color: tokens.neg,
        'font-weight': 'bold',
        'text-background-color': tokens.bgSurface,
        'text-background-shape': 'round-rectangle',
        'text-border-color': tokens.negFill,
        'text-border-width': 1,
        'text-border-opacity': 1,
      },
    },
    { selector: 'edge[?dashed]', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'edge.chosen', style: { width: 3 } },
    {
      selector: 'edge.drawing',
      style: { 'line-color': tokens.accent, 'line-style': 'dashed', 'curve-style': 'straight' },
    },
  ] as StylesheetJson;
}
