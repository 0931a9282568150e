import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { automationContract } from '#shared/contract/automation.contract.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { bodyOf } from '#tests/support/ruleFixture.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

const NOW = Date.UTC(2026, 8, 30, 2);
let core: TestCore;

// One core for all: its worker has to be started only once.
beforeAll(async () => {
  core = await startTestCore({ now: NOW });
  await core.must(workspaceContract.create, { name: '试运行', kind: 'empty', locale: 'zh-CN' });
});
afterAll(() => core.end());

const list = () => core.must(automationContract.list, {});
const newDeal = async (name: string, amountMinor?: number): Promise<string> =>
  (
    await core.must(opportunityContract.create, {
      name,
      account: { name: '华信医院' },
      ...(amountMinor ? { amountMinor } : {}),
    })
  ).card.id;

describe('a dry run', () => {
  test('lists what would happen and does none of it', async () => {
    const ids = [await newDeal('甲', 600_000_000), await newDeal('乙', 100)];
    const rule = bodyOf({
      trigger: { kind: 'amountReached', minor: 500_000_000, currency: 'CNY' },
      actions: [
        {
          kind: 'createTask',
          title: '高层拜访',
          taskKind: 'visit',
          ownerRole: 'owner',
          dueDays: 3,
          deliverable: '',
          required: false,
        },
        { kind: 'setField', field: 'forecastCategory', value: 'commit' },
      ],
    });
    const result = await core.must(automationContract.dryRun, { rule });
    expect(result).toMatchObject({
      checked: 2,
      matched: 1,
      alreadyFired: 0,
      actions: [
        { index: 0, count: 1 },
        { index: 1, count: 1 },
      ],
      deals: [
        {
          id: ids[0],
          name: '甲',
          accountName: '华信医院',
          actions: [
            { kind: 'createTask', title: '高层拜访', dueDate: '2026-10-10', ownerName: '我' },
            { kind: 'setField', field: 'forecastCategory', from: '', value: 'commit' },
          ],
        },
      ],
    });
    expect((await core.must(opportunityContract.page, { id: ids[0]! })).fields.forecastCategory).toBe('');
  });

  test('of a saved rule tells on which deals it has acted already', async () => {
    await newDeal('一');
    const [rule] = await list();
    const { id, name, process, enabled, body } = rule!;
    const result = await core.must(automationContract.dryRun, {
      rule: { id, name, processId: process?.id ?? null, enabled, ...body! },
    });
    // The two deals of the test before, and this one.
    expect(result).toMatchObject({ checked: 3, matched: 3, alreadyFired: 3, actions: [{ index: 0, count: 0 }] });
  });

  test('asks only open deals of the rule’s process, and refuses a rule that cannot work', async () => {
    const id = await newDeal('停');
    await newDeal('走');
    await core.must(pipelineContract.pause, { opportunityId: id, paused: true });
    const rule = bodyOf({ conditions: [{ kind: 'field', field: 'name', op: 'isNot', value: '甲' }] });
    expect(await core.must(automationContract.dryRun, { rule })).toMatchObject({ checked: 4, matched: 3 });
    const refused = await core.call(automationContract.dryRun, { rule: bodyOf({ processId: 'elsewhere' }) });
    expect(refused).toMatchObject({ error: { type: 'ruleProblems', problems: [{ code: 'processMissing' }] } });
  });
});
