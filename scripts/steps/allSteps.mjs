import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { toolScript } from './tool.mjs';

/** Where reports and pictures of failures go. */
export const resultsFolder = join(root, 'test-results');

const check = (name, args) => ({ name, args, report: null });

function vitest(project) {
  const report = join(resultsFolder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [toolScript('vitest', 'vitest'), 'run', '--project', project, '--passWithNoTests', ...reporters];
  return { name: project, args, report };
}

/** Types, lint, format and dead code: seconds, and need no build. */
export const checkSteps = () => [
  check('types', [toolScript('typescript', 'tsc'), '-b']),
  check('lint', [toolScript('oxlint', 'oxlint'), '--type-aware']),
  check('format', [toolScript('oxfmt', 'oxfmt'), '--check', '.']),
  check('dead code', [toolScript('knip', 'knip')]),
];

/** The tests that run without a browser, in order of what they would explain. */
export const fastTestSteps = () => ['architecture', 'unit', 'migrations', 'integration'].map(vitest);

/** Everything. */
export const allSteps = () => [
  ...checkSteps(),
  ...['architecture', 'unit', 'properties', 'migrations', 'integration'].map(vitest),
  {
    name: 'end-to-end',
    args: [toolScript('@playwright/test', 'playwright'), 'test', '--pass-with-no-tests'],
    report: join(resultsFolder, 'e2e.json'),
    needsChromium: true,
  },
];
