import { SetupError } from './fail.mjs';

/** Set-up itself runs on this and newer; the program on `programNode`. */
export const setupNode = '18.0.0';
/** The database library and Electron's tools need this. */
export const programNode = '22.12.0';

/** Whether `version` is `wanted` or newer; both as MAJOR.MINOR.PATCH. */
export function isAtLeast(version, wanted) {
  const have = version.split('.').map(Number);
  const want = wanted.split('.').map(Number);
  for (let part = 0; part < 3; part += 1) {
    if (have[part] !== want[part]) return have[part] > want[part];
  }
  return true;
}

/** Ends with a sentence when the Node that runs set-up is too old for it. */
export function requireSetupNode(version = process.versions.node) {
  if (isAtLeast(version, setupNode)) return;
  throw new SetupError(
    `this needs Node ${setupNode} or newer to set itself up, and this is Node ${version}. ` +
      'Install Node 24 (https://nodejs.org) and start again; nothing was changed.',
  );
}
