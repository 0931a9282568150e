import { learnerTimes } from './learnerTimes.ts';
import { workspaceTimes } from './workspaceTimes.ts';

/** One measured time: what, how long, and how many of what. */
export interface TimingLine {
  readonly name: string;
  readonly ms: number;
  /** Processor time, which other work on the machine does not lengthen; left out where several processes share the work. */
  readonly cpuMs?: number;
  readonly note: string;
}

/** A part of the bench that measures time; a new one is one entry of `timingSections`. */
export interface TimingSection {
  readonly name: string;
  measure(say: (text: string) => void): Promise<TimingLine[]>;
}

/** Every timing section in the order of the report. */
export const timingSections: readonly TimingSection[] = [learnerTimes, workspaceTimes];
