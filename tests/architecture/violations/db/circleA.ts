// Deliberately wrong: a circle at run time.
import { b } from './circleB.ts';

export const a = (): unknown => b;
