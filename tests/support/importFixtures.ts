import { createPrng } from '#shared/lib/prng.ts';

/*
 * Made-up files of the shapes that exports have. Every figure that a test expects is counted while the file is made,
 * never by the program under test.
 */

/** A cell as CSV writes it. */
export const csvCell = (text: string, delimiter = ','): string =>
  text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(delimiter)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

/** Rows as a CSV text with LF line ends. */
export const csvText = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows.map((row) => `${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`).join('');

/** Four related files of a hardware seller and what must come of them. */
export interface CrmFixture {
  readonly accounts: string;
  readonly products: string;
  readonly people: string;
  readonly deals: string;
  /** The rows of `deals` without header, to change some of them. */
  readonly dealRows: string[][];
  readonly dealHeader: string[];
  readonly expected: {
    readonly accounts: number;
    readonly subsidiaries: number;
    readonly products: number;
    readonly people: number;
    readonly managers: number;
    readonly deals: number;
    readonly open: number;
    readonly won: number;
    readonly lost: number;
    readonly wonMinor: number;
    readonly withoutAccount: number;
    readonly aliasRows: number;
    readonly untold: number;
  };
}

const day = (offset: number): string => new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

/** A CRM of `count` deals: last stage only, blanks on open deals, one product spelt without its space. */
export function crmFixture(count: number, seed = 1): CrmFixture {
  const random = createPrng(seed, 'crm');
  const accountNames = Array.from(
    { length: 24 },
    (_, index) => `${random.pick(['Nord', 'Ost', 'Süd', 'Vela'])}works ${index + 1}`,
  );
  const products = ['Orbit One', 'Orbit Pro', 'Kite', 'Kite Plus', 'Anvil 90'];
  const people = Array.from({ length: 12 }, (_, index) => `Seller ${String.fromCharCode(65 + index)}`);
  let subsidiaries = 0;
  const accounts = accountNames.map((name, index) => {
    const parent = index > 3 && random.chance(0.2) ? accountNames[random.int(0, 3)]! : '';
    if (parent !== '') subsidiaries += 1;
    const employees = random.int(50, 5000);
    return [
      name,
      random.pick(['medical', 'retail', 'softwear']),
      String(random.int(1980, 2015)),
      (employees * 0.31).toFixed(2),
      String(employees),
      'Kenya',
      parent,
    ];
  });
  const counts = { open: 0, won: 0, lost: 0, wonMinor: 0, withoutAccount: 0, aliasRows: 0, untold: 0 };
  const dealRows = Array.from({ length: count }, (_, index) => {
    const product = random.pick(products);
    const spelt = product === 'Orbit Pro' ? 'OrbitPro' : product;
    if (spelt !== product) counts.aliasRows += 1;
    const start = random.int(0, 300);
    const id = `D${String(index).padStart(5, '0')}`;
    const stage = random.pick(['Prospecting', 'Engaging', 'Won', 'Won', 'Lost']);
    const account = stage !== 'Won' && stage !== 'Lost' && random.chance(0.6) ? '' : random.pick(accountNames);
    if (account === '') counts.withoutAccount += 1;
    const closed = stage === 'Won' || stage === 'Lost';
    const value = stage === 'Won' ? random.int(40, 30_000) : 0;
    if (stage === 'Won') {
      counts.won += 1;
      counts.wonMinor += value * 100;
    } else if (stage === 'Lost') counts.lost += 1;
    else counts.open += 1;
    if (stage === 'Prospecting') counts.untold += 1;
    return [
      id,
      random.pick(people),
      spelt,
      account,
      stage,
      stage === 'Prospecting' ? '' : day(start),
      closed ? day(start + random.int(1, 90)) : '',
      closed ? String(value) : '',
    ];
  });
  const dealHeader = [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ];
  return {
    accounts: csvText([
      ['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'],
      ...accounts,
    ]),
    products: csvText([
      ['product', 'series', 'sales_price'],
      ...products.map((name, index) => [name, name.split(' ')[0]!, String(100 * (index + 1))]),
    ]),
    people: csvText([
      ['sales_agent', 'manager', 'regional_office'],
      ...people.map((name, index) => [name, `Manager ${index % 3}`, ['East', 'West'][index % 2]!]),
    ]),
    deals: csvText([dealHeader, ...dealRows]),
    dealRows,
    dealHeader,
    expected: { accounts: 24, subsidiaries, products: 5, people: 12, managers: 3, deals: count, ...counts },
  };
}

/** A stage history and product lines, and what must come of them. */
export interface HistoryFixture {
  readonly history: string;
  readonly lines: string;
  readonly rows: string[][];
  readonly header: string[];
  readonly expected: {
    readonly deals: number;
    readonly rows: number;
    /** Rows whose stage differs from the row before, plus one beginning per deal. */
    readonly steps: number;
    readonly closeDateChanges: number;
    readonly reopened: number;
    readonly lines: number;
    readonly won: number;
    readonly lost: number;
  };
}

const OPEN = ['Stage 6', 'Stage 5', 'Stage 3'];

/** Snapshots of `count` deals in time order: skipped, reversed and reopened stages, moving close dates, one year 2215. */
export function historyFixture(count: number, seed = 1): HistoryFixture {
  const random = createPrng(seed, 'history');
  const header = [
    'Opportunity ID',
    'Transition To Stage',
    'Transition To Timestamp',
    'Transition From Stage Name',
    'Transition From Timestamp',
    'Customer Name',
    'Risk Status',
    'Creation Date',
    'Decision Date',
    'Opportunity Status',
    'Core Market',
  ];
  const rows: string[][] = [];
  const expected = { steps: 0, closeDateChanges: 0, reopened: 0, lines: 0, won: 0, lost: 0 };
  const lines: string[][] = [];
  for (let deal = 0; deal < count; deal++) {
    const stages = pathOf(random);
    const created = random.int(0, 200);
    let at = created;
    let decision = day(created + 90);
    stages.forEach((stage, index) => {
      const before = index === 0 ? null : stages[index - 1]!;
      if (stage !== before) expected.steps += 1;
      if (before !== null && isClosed(before) && !isClosed(stage)) expected.reopened += 1;
      const moved = index > 0 && random.chance(0.3) ? day(at + random.int(30, 200)) : decision;
      if (moved !== decision) expected.closeDateChanges += 1;
      decision = moved;
      // One typing error of a year; the row says nothing of the decision date then.
      const shown = deal === 1 && index === 0 ? '2215-03-20' : decision;
      if (deal === 1 && index === 0) decision = '';
      if (deal === 1 && index === 1) {
        decision = day(created + 91);
        if (moved !== '') expected.closeDateChanges -= 1;
      }
      const written = deal === 1 && index === 1 ? decision : shown;
      rows.push([
        String(1000 + deal),
        stage,
        `${day(at)} 13:00:0${index % 10}`,
        before ?? 'NA',
        before === null ? '' : `${day(at - 1)} 05:00:01`,
        `Customer ${deal % 17}`,
        random.pick(['NA', 'No Risk']),
        day(created),
        written,
        statusOf(stage),
        `Market ${deal % 3}`,
      ]);
      at += random.int(1, 25);
    });
    const last = stages.at(-1)!;
    if (last === 'Stage 4') expected.won += 1;
    if (last === 'Stage 8') expected.lost += 1;
    for (let line = 0; line < deal % 3; line++) {
      expected.lines += 1;
      for (const [step, status] of ['Pending', 'Win Approved'].entries()) {
        lines.push([
          String(1000 + deal),
          `P${deal * 10 + line}`,
          status,
          String((step + 1) * 500),
          String(100 * (step + 1)),
          `${day(created + step * 5)} 05:00:04`,
        ]);
      }
    }
  }
  return {
    history: csvText([header, ...rows]),
    lines: csvText([
      ['Opportunity ID', 'Product ID', 'Product Status', 'Product $', 'Product Quantity', 'Snapshot Time'],
      ...lines,
    ]),
    rows,
    header,
    expected: { ...expected, deals: count, rows: rows.length },
  };
}

const isClosed = (stage: string): boolean => stage === 'Stage 4' || stage === 'Stage 8';
const statusOf = (stage: string): string =>
  stage === 'Stage 4' ? 'Closed/Won' : stage === 'Stage 8' ? 'Closed/Lost' : 'Open';

function pathOf(random: ReturnType<typeof createPrng>): string[] {
  const path: string[] = [];
  for (const stage of OPEN) {
    if (random.chance(0.25)) continue;
    for (let visit = 0; visit < random.int(1, 2); visit++) path.push(stage);
  }
  if (path.length === 0) path.push('Stage 6');
  if (random.chance(0.15)) path.push('Stage 6', 'Stage 5');
  if (random.chance(0.7)) path.push(random.chance(0.8) ? 'Stage 4' : 'Stage 8');
  if (isClosed(path.at(-1)!) && random.chance(0.2)) path.push('Stage 3', 'Stage 4');
  // Everybody has a second row, so that the deal with the impossible year says a real one later.
  if (path.length === 1) path.push(path[0]!);
  return path;
}
