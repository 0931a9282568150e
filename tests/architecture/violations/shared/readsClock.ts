// Deliberately wrong: shared may not know Node or another layer.
import { readFileSync } from 'node:fs';
import { openWorkspace } from '#db/open.ts';

export const wrong = [readFileSync, openWorkspace];
