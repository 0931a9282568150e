import { mkdirSync, rmSync } from 'node:fs';
import { countTests } from './countTests.mjs';
import { resultsFolder } from './allSteps.mjs';
import { findLeftovers } from './leftovers.mjs';
import { runMark, runStep } from './runStep.mjs';

/**
 * Runs the steps one after another, all of them even when some fail (`bail` stops at the first), then prints a table and
 * the closing line. A failed step that is no test run counts as one failure. Answers the exit code.
 */
export async function runSteps(node, steps, { bail = false } = {}) {
  mkdirSync(resultsFolder, { recursive: true });
  const rows = [];
  for (const step of steps) {
    process.stdout.write(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}\n`);
    rows.push(await runOne(node, step));
    const last = rows.at(-1);
    if (last.code === 130 || (bail && last.code !== 0)) break;
  }
  for (const { pid, command } of findLeftovers(runMark)) {
    rows.push({ name: 'left running', code: 1, seconds: 0, counts: null, problem: `process ${pid}: ${command}` });
    process.kill(pid, 'SIGKILL');
  }
  return conclude(rows);
}

async function runOne(node, step) {
  if (step.problem) return { name: step.name, code: 1, seconds: 0, counts: null, problem: step.problem };
  if (step.report !== null) rmSync(step.report, { force: true });
  const begun = process.hrtime.bigint();
  const code = await runStep(node, step.args, step.env);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const counts = step.report === null ? null : countTests(step.report);
  const problem = step.report !== null && counts === null ? 'left no report' : undefined;
  return { name: step.name, code: problem === undefined ? code : code || 1, seconds, counts, problem };
}

/** Prints the table and, at the very end, the line that tools look for. */
function conclude(rows) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  process.stdout.write('\n');
  for (const { name, code, seconds, counts, problem } of rows) {
    total.passed += counts?.passed ?? 0;
    total.skipped += counts?.skipped ?? 0;
    // Whatever the tests say, a step that ended badly (a crash, an error outside any test) is a failure.
    total.failed += Math.max(counts?.failed ?? 0, code === 0 ? 0 : 1);
    const tests = counts === null ? '' : `${counts.passed} passed, ${counts.failed} failed`;
    const state = code === 0 ? 'ok    ' : 'FAILED';
    process.stdout.write(`${state} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)} s  ${problem ?? tests}\n`);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  if (rows.some((row) => row.code === 130)) return 130;
  return rows.every((row) => row.code === 0) ? 0 : 1;
}
