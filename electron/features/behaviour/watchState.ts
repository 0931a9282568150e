import { z } from 'zod';
import { localSetting } from '#db/queries/workspaceInfo.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';

const KEY = 'behaviour.watch';
const KEPT_FILES = 20;

/** Which folder this device watches, and what came of it. */
export type WatchState = z.output<typeof behaviourContract.watched.output>;

const off: WatchState = { folder: null, trouble: null, lastLookAt: null, files: [] };

/** What is kept about the watched folder; off where nothing readable is. */
export function watchState(db: ReadDb): WatchState {
  try {
    return behaviourContract.watched.output.safeParse(JSON.parse(localSetting(db, KEY) ?? 'null')).data ?? off;
  } catch {
    return off;
  }
}

/** Keeps it, with the last files only. */
export function saveWatchState(db: WriteDb, state: WatchState): void {
  saveLocalSetting(db, KEY, JSON.stringify({ ...state, files: state.files.slice(0, KEPT_FILES) }));
}
