/** The log-odds of a probability strictly between 0 and 1. */
export function toLogOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The probability of log-odds, without overflow. */
export function toProbability(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}
