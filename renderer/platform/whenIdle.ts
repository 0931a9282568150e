/** The first screen and its data come first, milliseconds. */
const PATIENCE = 1500;

/** Runs the tasks one after the other once the page has nothing better to do, so that a first click finds them done. */
export function whenIdle(tasks: readonly (() => unknown)[]): void {
  setTimeout(runWhenIdle, PATIENCE, tasks);
}

function runWhenIdle(tasks: readonly (() => unknown)[]): void {
  const [first, ...rest] = tasks;
  if (first === undefined) return;
  requestIdleCallback(() => {
    first();
    runWhenIdle(rest);
  });
}
