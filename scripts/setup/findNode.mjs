import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './fail.mjs';
import { isAtLeast, programNode } from './nodeVersion.mjs';
import { root } from './root.mjs';

/** Node 24 that came with the dependencies; absent on macOS and where npm left optional packages out. */
export function ownNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
}

/**
 * The Node that runs the program: the one in node_modules, else the one that runs this, else the one npm runs on.
 * It is asked for its version, because a package for another C library installs well and then does not run.
 */
export function findNode() {
  const candidates = [ownNode(), process.execPath, process.env.npm_node_execpath].filter(Boolean);
  for (const candidate of candidates) {
    if (candidate === process.execPath) {
      if (isAtLeast(process.versions.node, programNode)) return candidate;
    } else if (existsSync(candidate)) {
      const asked = spawnSync(candidate, ['--version'], { encoding: 'utf8', windowsHide: true });
      if (asked.status === 0 && isAtLeast(asked.stdout.trim().slice(1), programNode)) return candidate;
    }
  }
  throw new SetupError(
    `the program needs Node ${programNode} or newer; npm could not bring one for ${process.platform}-${process.arch}, and this is ` +
      `Node ${process.versions.node}. Install Node 24 (https://nodejs.org) and start again.`,
  );
}
