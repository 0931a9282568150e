import { insertRow } from '#db/rows.ts';
import { qualificationQuestion } from '#db/schema/automation.ts';
import { stageCriterion, stageTask } from '#db/schema/process.ts';
import { member } from '#db/schema/team.ts';
import { SalesWorkspace } from './salesWorkspace.ts';
import { change, NOW } from './workspaceFixture.ts';

/** What a criterion of a test asks for; it blocks unless told otherwise. */
export interface TestCriterion {
  readonly id: string;
  readonly stageId: string;
  readonly kind: string;
  readonly gate?: 'exit' | 'entry';
  readonly params?: object;
  readonly enforcement?: 'block' | 'warn';
}

/** The sales workspace with nothing asked at its gates, to be filled with the criteria that a test is about. */
export function gateWorkspace(file: string, criteria: readonly TestCriterion[]): SalesWorkspace {
  const sales = new SalesWorkspace(file);
  change(sales.db, (db) => {
    db.run('DELETE FROM stageCriterion');
    insertRow(db, stageTask, { id: 'plan', stageId: 'verify', title: '客户分析', dueDays: 3 });
    for (const [position, { params = {}, enforcement = 'block', gate = 'exit', ...one }] of criteria.entries())
      insertRow(db, stageCriterion, {
        ...one,
        gate,
        text: `标准${one.id}`,
        params: JSON.stringify(params),
        enforcement,
        position,
      });
    insertRow(db, member, { id: 'root', name: '管理员', role: 'admin', createdAt: NOW });
    for (const [index, level] of (['C', 'C', 'B', 'A'] as const).entries())
      insertRow(db, qualificationQuestion, {
        id: `q${index}`,
        level,
        text: `问题${index}`,
        decisive: index === 0 ? 1 : 0,
        rank: `a${index}`,
        createdAt: NOW,
      });
  });
  return sales;
}
