import type { Connection } from '#db/driver.ts';
import { encodeCursor } from '#electron/features/pipeline/cardCursor.ts';
import { shippedCalendar } from '#electron/features/pipeline/workCalendar.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';
import { BENCH_NOW } from './benchWorkspace.ts';
import {
  accountPageSql,
  cardSql,
  dealPageSql,
  funnelSql,
  sumSql,
  timelineSql,
  todayTasksSql,
} from './plainStatements.ts';

/** One thing a person does: the operation with its inputs, and the plain statements that answer the same rows. */
export interface CoreCase {
  readonly name: string;
  readonly operation: Operation;
  readonly inputs: readonly unknown[];
  readonly plain: (input: never) => unknown;
}

/** What the inputs are drawn from. */
interface Subjects {
  readonly processId: string;
  readonly stages: readonly { readonly id: string; readonly allowedDays: number | null }[];
  readonly owners: readonly string[];
  readonly deals: readonly string[];
  readonly busyDeals: readonly string[];
  readonly mappedDeals: readonly string[];
  readonly accounts: readonly string[];
  readonly largestAccounts: readonly string[];
}

/** Every case over the given file; `rounds` inputs each. */
export function coreCases(plain: Connection, rounds: number): { cases: CoreCase[]; subjects: Subjects } {
  const subjects = findSubjects(plain, rounds);
  const cases = [
    ...boardCases(plain, subjects, rounds),
    ...listCases(plain, subjects, rounds),
    ...pageCases(plain, subjects),
    ...searchCases(plain, rounds),
    ...personCases(plain, subjects, rounds),
  ];
  return { cases, subjects };
}

function findSubjects(plain: Connection, rounds: number): Subjects {
  const ids = (sql: string, ...params: unknown[]): string[] =>
    plain
      .prepare<unknown[], string>(sql)
      .pluck()
      .all(...params);
  const [processId] = ids(
    `SELECT processId FROM opportunity WHERE status = 'open' GROUP BY processId ORDER BY count(*) DESC LIMIT 1`,
  );
  const stages = plain
    .prepare<[string], { id: string; allowedDays: number | null }>(
      `SELECT s.id, s.allowedDays FROM stage s JOIN process p ON p.currentVersionId = s.processVersionId
       WHERE p.id = ? AND s.stageClass NOT IN ('won', 'lost') ORDER BY s.position`,
    )
    .all(processId!);
  // Ids are mostly time: ordering by their random end is a fair draw that is the same in every run.
  const drawn = 'ORDER BY substr(o.id, 25) LIMIT ?';
  return {
    processId: processId!,
    stages,
    owners: ids(`SELECT id FROM member WHERE role = 'seller' ORDER BY id`),
    deals: ids(`SELECT o.id FROM opportunity o WHERE o.status = 'open' ${drawn}`, rounds),
    busyDeals: ids(`SELECT opportunityId FROM activity GROUP BY opportunityId ORDER BY count(*) DESC LIMIT ?`, rounds),
    mappedDeals: ids(`SELECT DISTINCT opportunityId FROM stakeholder ORDER BY opportunityId DESC LIMIT ?`, rounds),
    accounts: ids(`SELECT o.id FROM account o ${drawn}`, rounds),
    largestAccounts: ids(
      `SELECT accountId FROM opportunity GROUP BY accountId ORDER BY count(*) DESC LIMIT ?`,
      Math.ceil(rounds / 4),
    ),
  };
}

const repeat = <T>(values: readonly T[], rounds: number): T[] =>
  Array.from({ length: rounds }, (_, index) => values[index % values.length] as T);

function boardCases(plain: Connection, { processId, stages, owners }: Subjects, rounds: number): CoreCase[] {
  const { board, column } = contracts.pipeline;
  const cards = (condition: string) =>
    plain.prepare(
      cardSql(`o.processId = ? AND o.status = 'open' AND o.stageId = ? AND ${condition} ORDER BY o.rank, o.id LIMIT ?`),
    );
  const sums = plain.prepare(sumSql('1'));
  const firstCards = cards('1');
  const ownerSums = plain.prepare(sumSql('o.ownerId = ? AND o.name LIKE ?'));
  const ownerCards = cards('o.ownerId = ? AND o.name LIKE ?');
  const lateSums = plain.prepare(sumSql('o.stageId = ? AND o.stageEnteredAt < ?'));
  const lateCards = cards('o.stageEnteredAt < ?');
  const nextCards = cards('(o.rank, o.id) > (?, ?)');
  const calendar = shippedCalendar('Asia/Shanghai');
  const late = stages.map(({ allowedDays }) => calendar.overdueBefore(BENCH_NOW, allowedDays ?? 10_000));
  const places = stages.flatMap(({ id }) =>
    plain
      .prepare<unknown[], { rank: string; id: string }>(
        `SELECT rank, id FROM opportunity WHERE processId = ? AND status = 'open' AND removedAt IS NULL AND stageId = ?
         ORDER BY rank, id LIMIT 8`,
      )
      .all(processId, id)
      .map((place) => ({ stageId: id, place })),
  );
  return [
    {
      name: 'board first page',
      operation: board,
      inputs: repeat([{ processId }], rounds),
      plain: () => [sums.all(processId), stages.map(({ id }) => firstCards.all(processId, id, 40))],
    },
    {
      name: 'column next page',
      operation: column,
      inputs: repeat(places, rounds).map(({ stageId, place }) => ({
        processId,
        stageId,
        cursor: encodeCursor({ value: place.rank, id: place.id }),
        place,
      })),
      plain: ({ stageId, place }: { stageId: string; place: { rank: string; id: string } }) =>
        nextCards.all(processId, stageId, place.rank, place.id, 100),
    },
    {
      name: 'board by owner and text',
      operation: board,
      inputs: repeat(owners, rounds).map((ownerId) => ({ processId, filter: { ownerIds: [ownerId], text: '检测' } })),
      plain: ({ filter }: { filter: { ownerIds: string[] } }) => [
        ownerSums.all(processId, filter.ownerIds[0], '%检测%'),
        stages.map(({ id }) => ownerCards.all(processId, id, filter.ownerIds[0], '%检测%', 40)),
      ],
    },
    {
      name: 'board of overdue deals',
      operation: board,
      inputs: repeat([{ processId, filter: { overdue: true } }], rounds),
      plain: () =>
        stages.map(({ id }, index) => [
          lateSums.all(processId, id, late[index]),
          lateCards.all(processId, id, late[index], 40),
        ]),
    },
  ];
}

function listCases(plain: Connection, { processId }: Subjects, rounds: number): CoreCase[] {
  const { list, timeline } = contracts.pipeline;
  const open = `o.status = 'open'`;
  // The hundred ids first: otherwise every open deal's card would be put together before the sort.
  const page = plain.prepare(
    cardSql(
      `o.id IN (SELECT id FROM opportunity WHERE status = 'open' AND removedAt IS NULL
         ORDER BY expectedClose, id LIMIT 100 OFFSET ?) ORDER BY o.expectedClose, o.id`,
    ),
  );
  const totals = plain.prepare(
    `SELECT currency, count(*) AS count, sum(amountMinor) AS amountMinor FROM opportunity o
     WHERE ${open} AND o.removedAt IS NULL GROUP BY currency`,
  );
  const axis = plain.prepare(
    cardSql(`o.processId = ? AND ${open} AND o.expectedClose BETWEEN ? AND ? ORDER BY o.expectedClose LIMIT 500`),
  );
  const months = plain.prepare(
    `SELECT substr(o.expectedClose, 1, 7) AS month, count(*) AS count, sum(o.amountMinor) AS amountMinor,
       sum(o.amountMinor * s.winRateMille / 1000) AS expectedMinor FROM opportunity o JOIN stage s ON s.id = o.stageId
     WHERE o.processId = ? AND ${open} AND o.removedAt IS NULL AND o.expectedClose BETWEEN ? AND ? GROUP BY 1`,
  );
  const [from, to] = ['2026-09-01', '2026-12-31'];
  return [
    {
      name: 'list page',
      operation: list,
      inputs: repeat([0, 100, 1000, 5000], rounds).map((offset) => ({ offset })),
      plain: ({ offset }: { offset: number }) => [page.all(offset), totals.all()],
    },
    {
      name: 'timeline page',
      operation: timeline,
      inputs: repeat([{ processId, from, to }], rounds),
      plain: () => [axis.all(processId, from, to), months.all(processId, from, to)],
    },
  ];
}

const byId = (ids: readonly string[]): { id: string }[] => ids.map((id) => ({ id }));

function pageCases(plain: Connection, subjects: Subjects): CoreCase[] {
  const bundle = (sql: readonly string[]) => {
    const statements = sql.map((text) => plain.prepare(text));
    return ({ id }: { id: string }) => statements.map((statement) => statement.all(id));
  };
  const map = [
    `SELECT s.*, c.name, c.title, c.department AS contactDepartment,
       (SELECT max(v.at) FROM activityContact x JOIN activity v ON v.id = x.activityId WHERE x.contactId = c.id AND v.opportunityId = s.opportunityId) AS lastTouchAt
     FROM stakeholder s LEFT JOIN contact c ON c.id = s.contactId WHERE s.opportunityId = ? AND s.removedAt IS NULL`,
    `SELECT * FROM stakeholderRelation WHERE opportunityId = ? AND removedAt IS NULL`,
    `SELECT c.id, c.name, c.title, c.department FROM contact c WHERE c.accountId = (SELECT accountId FROM opportunity WHERE id = ?)`,
  ];
  const mapOf = bundle(map);
  const events = plain.prepare(timelineSql);
  return [
    {
      name: 'deal open',
      operation: contracts.opportunity.page,
      inputs: byId(subjects.deals),
      plain: bundle(dealPageSql),
    },
    {
      name: 'power map open',
      operation: contracts.powerMap.get,
      inputs: subjects.mappedDeals.map((opportunityId) => ({ opportunityId })),
      plain: ({ opportunityId }: { opportunityId: string }) => mapOf({ id: opportunityId }),
    },
    {
      name: 'deal timeline (busiest deals)',
      operation: contracts.activity.timeline,
      inputs: subjects.busyDeals.map((id) => ({ entity: 'opportunity', id })),
      plain: ({ id }: { id: string }) => events.all({ id }),
    },
    {
      name: 'account page',
      operation: contracts.account.page,
      inputs: byId(subjects.accounts),
      plain: bundle(accountPageSql),
    },
    {
      name: 'account page (largest accounts)',
      operation: contracts.account.page,
      inputs: byId(subjects.largestAccounts),
      plain: bundle(accountPageSql),
    },
  ];
}

/** Words as people type them: frequent and rare 汉字, pinyin, initials. */
const searches = {
  'search 汉字': ['检测', '医院', '霁川', '轴承', '第三人民', '供应链', '涡流探伤', '数据中心'],
  'search pinyin': ['jiance', 'yiyuan', 'shuoyuan', 'zhoucheng', 'lan', 'gongyinglian', 'wangwei'],
  'search initials': ['jc', 'yy', 'zc', 'gyl', 'wltj', 'sjzx', 'zx'],
} as const;

function searchCases(plain: Connection, rounds: number): CoreCase[] {
  const kinds = [
    { entity: 'opportunity', table: 'searchOpportunity' },
    { entity: 'account', table: 'searchAccount' },
    { entity: 'contact', table: 'searchContact' },
  ].map(({ entity, table }) =>
    plain.prepare(
      `SELECT r.id, r.name FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT 12) f
       CROSS JOIN searchDoc d ON d.entity = '${entity}' AND d.docId = f.rowid CROSS JOIN ${entity} r ON r.id = d.entityId`,
    ),
  );
  return Object.entries(searches).map(([name, words]) => ({
    name,
    operation: contracts.search.find,
    inputs: repeat(words, rounds).map((text) => ({ text, expression: searchExpression(searchWords(text), false) })),
    plain: ({ expression }: { expression: string }) => kinds.map((kind) => kind.all(expression)),
  }));
}

function personCases(plain: Connection, { processId, owners }: Subjects, rounds: number): CoreCase[] {
  const tasks = plain.prepare(todayTasksSql);
  const history = plain.prepare(funnelSql);
  return [
    {
      name: 'today',
      operation: contracts.task.today,
      inputs: repeat(owners, rounds).map((ownerId) => ({ ownerId })),
      plain: ({ ownerId }: { ownerId: string }) => tasks.all(ownerId, '2026-09-23'),
    },
    {
      name: 'funnel of two years (worker thread)',
      operation: contracts.funnel.get,
      inputs: repeat([{ processId, from: '2024-09-17', to: '2026-09-16' }], Math.ceil(rounds / 10)),
      plain: () => history.all(processId),
    },
  ];
}
