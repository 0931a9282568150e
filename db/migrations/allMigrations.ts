import type { Migration } from '../migrate.ts';
import { initial } from './0010_initial.ts';
import { changeCapture } from './0012_changeCapture.ts';
import { search } from './0020_search.ts';
import { rollups } from './0030_rollups.ts';
import { duplicates } from './0036_duplicates.ts';
import { behaviour } from './0038_behaviour.ts';
import { attributeScores } from './0042_attributeScores.ts';

/** Every migration in order; ids rise, gaps leave room. A released one never changes, not even by a space. */
export const allMigrations: readonly Migration[] = [
  initial,
  changeCapture,
  search,
  rollups,
  duplicates,
  behaviour,
  attributeScores,
];
