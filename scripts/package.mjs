// `npm run package -- [--unfused] [electron-builder's own words]`: builds and packs the desktop program into `dist`.
import { spawn } from 'node:child_process';
import { buildProgram } from './setup/buildProgram.mjs';
import { runScript } from './setup/fail.mjs';
import { childEnvironment } from './setup/home.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { toolScript } from './steps/tool.mjs';

/**
 * What a shipped program must not be talked into. Playwright cannot drive such a build (`enableNodeCliInspectArguments`),
 * so the release workflow tests one made with `--unfused` and ships one made without.
 */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

await runScript(async () => {
  const words = process.argv.slice(2);
  const node = await prepare(sayProgress);
  await buildProgram(node, sayProgress);
  const set = words.includes('--unfused')
    ? []
    : Object.entries(fuses).map(([name, value]) => `-c.electronFuses.${name}=${value}`);
  const passed = words.filter((word) => word !== '--unfused');
  const child = spawn(node, [toolScript('electron-builder', 'electron-builder'), ...set, ...passed], {
    cwd: root,
    env: childEnvironment(),
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
});
