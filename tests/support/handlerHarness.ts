import type { WriteDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { process, processVersion, stage } from '#db/schema/process.ts';
import { member, workspace } from '#db/schema/team.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import type { ErrorOf, InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { callHandler, type CallMoment, handlerContext } from './handlerCalls.ts';
import { makeWorkspace, temporaryFolder } from './workspaceFixture.ts';

/** Monday 2026-09-14, 10:00 in Shanghai. */
export const HARNESS_NOW = Date.UTC(2026, 8, 14, 2);

/** A workspace file of its own, with handlers run as the router runs them: input and answer are parsed. */
export interface HandlerHarness {
  readonly context: CommandContext;
  /** Makes rows directly, as one change transaction. */
  fill(run: (db: WriteDb) => void): void;
  /** Runs a handler; what comes back has passed the operation's schemas. */
  call<O extends Operation>(
    operation: O,
    handler: Handler<O>,
    input: InputOf<O>,
  ): Promise<Result<OutputOf<O>, ErrorOf<O>>>;
  /** Runs a handler that must succeed. */
  must<O extends Operation>(operation: O, handler: Handler<O>, input: InputOf<O>): Promise<OutputOf<O>>;
  /** Lets time pass. */
  at(now: number): void;
  /** Lets somebody else work at this device. */
  as(memberId: string): void;
  lastTransaction(): number | null;
  end(): void;
}

/** Opens an empty workspace with two sellers, a manager and a process of three open stages. */
export function startHarness(): HandlerHarness {
  const folder = temporaryFolder();
  const file = makeWorkspace(folder.file('harness.kongdan'));
  const state = { now: HARNESS_NOW, actorId: 'lin', ids: 0, transaction: null as number | null };
  const moment: CallMoment = {
    get now() {
      return state.now;
    },
    get actorId() {
      return state.actorId;
    },
    newId: () => `id-${String((state.ids += 1)).padStart(6, '0')}`,
    onTransaction: (transaction) => {
      state.transaction = transaction;
    },
  };
  const harness: HandlerHarness = {
    get context() {
      return handlerContext(file, moment);
    },
    fill: (run) => {
      file.write({ actor: 'setUp', label: 'test.setUp', at: state.now }, (db) => {
        run(db);
        return ok(null);
      });
    },
    call: (operation, handler, input) => callHandler(harness.context, operation, handler, input),
    must: async (operation, handler, input) => {
      const answer = await harness.call(operation, handler, input);
      if (!answer.ok) throw new Error(`${operation.name} failed: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    at: (now) => {
      state.now = now;
    },
    as: (memberId) => {
      state.actorId = memberId;
    },
    lastTransaction: () => state.transaction,
    end: () => {
      file.close();
      folder.remove();
    },
  };
  harness.fill(fillBasics);
  return harness;
}

/** Names and classes of the stages that every harness has; the ids are `verify`, `engage`, `negotiate`, `won`, `lost`. */
const STAGES = [
  ['verify', '验证', 'verify', 100, 10],
  ['engage', '交流', 'engage', 400, 20],
  ['negotiate', '谈判', 'negotiate', 700, 15],
  ['won', '成交', 'won', 1000, null],
  ['lost', '输单', 'lost', 0, null],
] as const;

function fillBasics(db: WriteDb): void {
  insertRow(db, workspace, { id: 'workspace', name: '华东大客户组' });
  insertRow(db, member, { id: 'lin', name: '林悦' });
  insertRow(db, member, { id: 'zhou', name: '周启航' });
  insertRow(db, member, { id: 'shen', name: '沈立', role: 'manager' });
  insertRow(db, process, { id: 'imaging', name: '医疗影像设备', currentVersionId: 'imaging-1' });
  insertRow(db, processVersion, { id: 'imaging-1', processId: 'imaging', number: 1 });
  for (const [position, [id, name, stageClass, winRateMille, allowedDays]] of STAGES.entries()) {
    const row = { id, key: id, name, stageClass, winRateMille, allowedDays, position };
    insertRow(db, stage, { ...row, processVersionId: 'imaging-1' });
  }
}
