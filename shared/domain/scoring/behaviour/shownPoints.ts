/** Up to here every point counts as one; above it each counts a little less. */
const LINEAR_UNTIL = 50;
const ROOM = 100 - LINEAR_UNTIL;

/**
 * The score as it is shown, 0..100 (docs/adr/0012-scoring.md): up to 50 the sum itself, so that contributions can be added
 * up by eye; above it 100 − 50·e^(−(sum − 50)/50), which goes on rising without ever passing 100; never below 0.
 */
export function shownPoints(raw: number): number {
  if (!(raw > 0)) return 0;
  return raw <= LINEAR_UNTIL ? raw : 100 - ROOM * Math.exp(-(raw - LINEAR_UNTIL) / ROOM);
}
