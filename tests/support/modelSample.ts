import type { WriteDb } from '#db/handles.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { change, reopen } from './workspaceFixture.ts';
import { startTestCore, type TestCore } from './testCore.ts';

/** A core with the demo open in which something can be learned. */
export interface ModelSample {
  readonly core: TestCore;
  readonly path: string;
  train(kind?: ModelKind): Promise<OutputOf<typeof scoreModelContract.train>>;
  /** Changes rows directly while the workspace is closed for a moment; opened again afterwards. */
  rewrite(run: (db: WriteDb) => void, at: number): Promise<void>;
  end(): Promise<void>;
}

/** Makes the demo in a folder of its own, as of the instant `now`; nothing happens by itself in it. */
export async function startModelSample(now: number): Promise<ModelSample> {
  const core = await startTestCore({ now, unattended: true });
  const { path } = await core.must(workspaceContract.create, {
    name: '评分',
    kind: 'sample',
    size: 'demo',
    locale: 'zh-CN',
  });
  return {
    core,
    path,
    train: (kind = 'deal') => core.must(scoreModelContract.train, { kind }),
    async rewrite(run, at) {
      await core.must(workspaceContract.close, {});
      const db = reopen(path);
      change(db, run, at);
      db.close();
      await core.must(workspaceContract.open, { path });
    },
    end: () => core.end(),
  };
}
