/** What a training lacks; null where enough is there. */
export interface TrainingNeeds {
  /** Closed records there are and are needed. */
  readonly closed: number;
  readonly needed: number;
  /** The rarer outcome, how often it is there and how often it must be. */
  readonly rarer: 'positive' | 'negative';
  readonly ofRarer: number;
  readonly sideNeeded: number;
}

/** Under so many closed records, or so many of a side, a model abstains (docs/adr/0012-scoring.md). */
const NEEDED = 20;
const SIDE_NEEDED = 5;

/** Says what is missing for a model; null when the numbers suffice. */
export function trainingNeeds(closed: number, positives: number): TrainingNeeds | null {
  const negatives = closed - positives;
  const ofRarer = Math.min(positives, negatives);
  if (closed >= NEEDED && ofRarer >= SIDE_NEEDED) return null;
  return {
    closed,
    needed: NEEDED,
    rarer: positives <= negatives ? 'positive' : 'negative',
    ofRarer,
    sideNeeded: SIDE_NEEDED,
  };
}
