// Deliberately wrong: the other half of the circle.
import { a } from './circleA.ts';

export const b = (): unknown => a;
