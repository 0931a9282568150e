import type { ImportEdge } from './importGraph.ts';

/** Says what is wrong with an import, or null when it is allowed (ARCHITECTURE: who may import whom). */
export function brokenRule(edge: ImportEdge): string | null {
  const from = placeOf(edge.from);
  if (edge.to === null) return brokenPackageRule(from, edge);
  const to = placeOf(edge.to);
  if (!mayLayerImport(from, to)) return `${from.layer} may not import ${to.layer}`;
  if (from.layer === 'renderer') return brokenRendererRule(from, to);
  if (from.layer === 'electron') return brokenElectronRule(from, to);
  return null;
}

interface Place {
  readonly layer: string;
  readonly room: string;
  readonly corner: string;
}

function placeOf(file: string): Place {
  const [layer = '', room = '', corner = ''] = file.split('/');
  return { layer, room, corner };
}

const layerImports: Record<string, readonly string[]> = {
  shared: ['shared'],
  db: ['db', 'shared', 'resources'],
  electron: ['electron', 'db', 'shared', 'resources'],
  renderer: ['renderer', 'shared'],
  resources: ['resources', 'shared'],
};

function mayLayerImport(from: Place, to: Place): boolean {
  return layerImports[from.layer]?.includes(to.layer) ?? false;
}

const rendererOrder: Record<string, readonly string[]> = {
  platform: ['platform', 'theme'],
  theme: ['theme'],
  ui: ['ui', 'platform', 'theme'],
  adapters: ['adapters', 'ui', 'platform', 'theme'],
  features: ['features', 'adapters', 'ui', 'platform', 'theme'],
};

function brokenRendererRule(from: Place, to: Place): string | null {
  if (to.layer !== 'renderer') return null;
  const allowed = rendererOrder[from.room];
  if (allowed && !allowed.includes(to.room)) return `renderer/${from.room} may not import renderer/${to.room}`;
  if (from.room === 'features' && to.room === 'features' && from.corner !== to.corner) {
    return `feature ${from.corner} may not import feature ${to.corner}`;
  }
  return null;
}

const electronFree = ['core', 'features', 'jobs', 'workers', 'exporters', 'ipc', 'host', 'cli'];
const withElectron = ['main', 'shell', 'preload'];

function brokenElectronRule(from: Place, to: Place): string | null {
  if (to.layer === 'electron' && electronFree.includes(from.room) && withElectron.includes(to.room)) {
    return `electron/${from.room} may not import electron/${to.room}`;
  }
  return null;
}

/** Packages that only one room may hold, so that they can be exchanged there. */
const packageRooms: readonly { readonly pattern: RegExp; readonly rooms: readonly string[] }[] = [
  { pattern: /^electron(\/|$)/, rooms: ['electron/main', 'electron/shell', 'electron/preload'] },
  { pattern: /^electron-updater/, rooms: ['electron/shell'] },
  { pattern: /^(antd|@ant-design\/)/, rooms: ['renderer/ui', 'renderer/theme'] },
  {
    pattern: /^(ag-grid|@ag-grid-community\/|echarts|cytoscape|@atlaskit\/)/,
    rooms: ['renderer/adapters'],
  },
  { pattern: /^(better-sqlite3|drizzle-orm)(\/|$)/, rooms: ['db'] },
  { pattern: /^temporal-polyfill/, rooms: ['shared/lib'] },
  { pattern: /^(react|react-dom)(\/|$)/, rooms: ['renderer'] },
  { pattern: /^node:/, rooms: ['electron', 'db'] },
];

function brokenPackageRule(from: Place, edge: ImportEdge): string | null {
  for (const { pattern, rooms } of packageRooms) {
    if (!pattern.test(edge.specifier)) continue;
    const allowed = rooms.some((room) => room === from.layer || room === `${from.layer}/${from.room}`);
    if (!allowed) return `${from.layer}/${from.room} may not import ${edge.specifier}`;
  }
  return null;
}
