import { v7 } from 'uuid';
import { insertRow } from '#db/rows.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { process, processVersion, stage, stageCriterion, stageTask } from '#db/schema/process.ts';
import { member, workspace } from '#db/schema/team.ts';
import type { ErrorOf, InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import type { Result } from '#shared/lib/result.ts';
import { callHandler, handlerContext } from './handlerCalls.ts';
import { change, makeWorkspace, NOW, valueOf } from './workspaceFixture.ts';

const DAY = 86_400_000;

/** Stages of the process that the tests sell by; ids are the keys. */
export const stageIds = ['verify', 'engage', 'negotiate', 'won', 'lost'] as const;

/** One workspace with a process of three open stages, two criteria, a task, two people; and the means to call handlers. */
export class SalesWorkspace {
  readonly db: WorkspaceDb;
  now = NOW;
  actorId = 'seller';

  constructor(file: string) {
    this.db = makeWorkspace(file);
    change(this.db, (write) => {
      insertRow(write, workspace, { id: 'w', name: 'Tests', createdAt: NOW });
      insertRow(write, member, { id: 'boss', name: '赵敏', role: 'manager', createdAt: NOW });
      insertRow(write, member, { id: 'seller', name: '王伟', managerId: 'boss', createdAt: NOW });
      insertRow(write, process, { id: 'p', name: '大客户销售', currentVersionId: 'p1', createdAt: NOW });
      insertRow(write, processVersion, { id: 'p1', processId: 'p', publishedAt: NOW, createdAt: NOW });
      for (const [position, id] of stageIds.entries())
        insertRow(write, stage, {
          id,
          processVersionId: 'p1',
          key: id,
          name: `阶段${position + 1}`,
          stageClass: id,
          position,
          winRateMille: [100, 333, 600, 1000, 0][position],
          allowedDays: id === 'verify' ? 5 : null,
        });
      insertRow(write, stageCriterion, {
        id: 'budget',
        stageId: 'verify',
        kind: 'fieldFilled',
        params: '{"field":"amountMinor"}',
        text: '预算已知',
        enforcement: 'block',
        position: 0,
      });
      insertRow(write, stageCriterion, {
        id: 'need',
        stageId: 'verify',
        kind: 'evidence',
        text: '需求书面确认',
        enforcement: 'warn',
        position: 1,
      });
      insertRow(write, stageTask, { id: 'demo', stageId: 'engage', title: '技术交流', kind: 'meeting', dueDays: 7 });
      insertRow(write, stageTask, {
        id: 'visit',
        stageId: 'engage',
        title: '高层拜访',
        ownerRole: 'manager',
        dueDays: 10,
        position: 1,
      });
      insertRow(write, account, { id: 'a1', name: '华信医院', createdAt: NOW });
      insertRow(write, contact, { id: 'c1', accountId: 'a1', name: '曾丽', mobile: '13812345678', createdAt: NOW });
    });
  }

  /** Adds a deal past the handlers, as an import would, with the first row of its history. */
  deal(id: string, fields: Partial<typeof opportunity.$inferInsert> = {}): string {
    change(this.db, (write) => {
      insertRow(write, opportunity, {
        id,
        name: `商机${id}`,
        accountId: 'a1',
        ownerId: 'seller',
        processId: 'p',
        processVersionId: 'p1',
        stageId: 'verify',
        stageEnteredAt: NOW - 2 * DAY,
        createdAt: NOW - 2 * DAY,
        ...fields,
      });
      insertRow(write, stageChange, {
        id: `${id}-0`,
        opportunityId: id,
        toStageId: fields.stageId ?? 'verify',
        at: fields.stageEnteredAt ?? NOW - 2 * DAY,
        kind: 'create',
      });
    });
    return id;
  }

  /** What handlers get from the router. */
  context(): CommandContext {
    return handlerContext(this.db, { now: this.now, actorId: this.actorId, newId: () => v7() });
  }

  /** Calls a handler as the router does. */
  call<O extends Operation>(
    operation: O,
    handler: unknown,
    input: InputOf<O>,
  ): Promise<Result<OutputOf<O>, ErrorOf<O>>> {
    return callHandler(this.context(), operation, handler, input);
  }

  /** The same for calls that must succeed. */
  async must<O extends Operation>(operation: O, handler: unknown, input: InputOf<O>): Promise<OutputOf<O>> {
    return valueOf(await this.call(operation, handler, input));
  }
}
