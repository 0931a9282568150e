import type { KongdanBridge } from '#shared/contract/bridge.ts';
import { setConnection } from './connection.ts';
import { createHostTransport, type HostTransport } from './hostTransport.ts';
import type { Transport } from './transport.ts';

/** Which shell shows the page, with its way to the core. */
export type Shell =
  | { readonly kind: 'electron'; readonly bridge: KongdanBridge; readonly transport: Transport }
  | { readonly kind: 'browser'; readonly transport: HostTransport };

let shell: Shell | null = null;

/** The shell of this page; connects at the first call. */
export function currentShell(): Shell {
  shell ??= connect();
  return shell;
}

function connect(): Shell {
  const bridge = window.kongdan;
  if (bridge === undefined) return { kind: 'browser', transport: createHostTransport() };
  setConnection('connected');
  return { kind: 'electron', bridge, transport: bridge };
}
