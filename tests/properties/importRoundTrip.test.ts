import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAmount } from '#shared/domain/imports/parseAmount.ts';
import { parsePercent } from '#shared/domain/imports/parsePercent.ts';
import { type DateOrder, parseTime } from '#shared/domain/imports/parseTime.ts';
import { wallClock } from '#shared/domain/imports/wallClock.ts';
import { NearNames } from '#shared/domain/imports/nearSpelling.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { csvText } from '#tests/support/importFixtures.ts';

const group = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, mark);
const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('what is written in any usual form is read back', () => {
  test('amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 }), fc.nat(5), (minor, form) => {
        const [whole, cents] = [
          String(Math.floor(Math.abs(minor) / 100)),
          String(Math.abs(minor) % 100).padStart(2, '0'),
        ];
        const sign = minor < 0 ? '-' : '';
        const texts = [
          `${sign}${whole}.${cents}`,
          `${sign}${group(whole, ',')}.${cents}`,
          minor < 0 ? `(${whole}.${cents})` : `¥${whole}.${cents}`,
          `${sign}${group(whole, ' ')}.${cents}`,
          `${sign}${whole}.${cents}元`,
        ];
        if (form === 5) expect(parseAmount(`${sign}${group(whole, '.')},${cents}`, 'one', 'comma')).toBe(minor);
        else expect(parseAmount(texts[form]!)).toBe(minor);
      }),
    );
  });

  test('shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (mille) => {
        expect(parsePercent(`${mille / 10}%`, 'one')).toBe(mille / 1000);
        expect(parsePercent(String(mille / 10), 'hundred')).toBe(mille / 1000);
        expect(parsePercent(String(mille / 1000), 'one')).toBe(mille / 1000);
      }),
    );
  });

  test('days in every order', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
          const forms: [string, DateOrder][] = [
            [day, 'ymd'],
            [`${year}/${month}/${dayOfMonth}`, 'mdy'],
            [`${year}年${month}月${dayOfMonth}日`, 'ymd'],
            [`${dayOfMonth}.${month}.${year}`, 'dmy'],
            [`${dayOfMonth}/${month}/${year}`, 'dmy'],
            [`${month}/${dayOfMonth}/${year}`, 'mdy'],
            [day.replaceAll('-', ''), 'ymd'],
          ];
          for (const [text, order] of forms) expect(parseTime(text, order)).toEqual({ kind: 'day', day });
        },
      ),
    );
  });

  test('instants, through the wall clock of a zone and back', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'].map((zone) =>
      wallClock(zone),
    );
    fc.assert(
      fc.property(fc.integer({ min: 631_152_000, max: 4_102_444_800 }), fc.nat(3), (second, zone) => {
        const clock = zones[zone]!;
        const day = clock.dayOf({ kind: 'instant', at: second * 1000 });
        const midnight = clock.instantOf({ kind: 'day', day });
        // The instant lies within its day, which is between 23 and 25 hours long.
        expect(second * 1000 - midnight).toBeGreaterThanOrEqual(0);
        expect(second * 1000 - midnight).toBeLessThan(25 * 3_600_000);
      }),
    );
  });
});

test('a known name is found again with any spaces and punctuation, and one slip never changes a digit', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/u);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(word, word, fc.nat(99)), {
        minLength: 1,
        maxLength: 8,
        selector: (parts) => parts.join(''),
      }),
      (parts) => {
        const names = new NearNames();
        for (const [a, b, n] of parts) names.add(`${a} ${b} ${n}`);
        const [a, b, n] = parts[0]!;
        const found = names.find(`${a.toUpperCase()}-${b}${n}`);
        // Another pair of words may run together to the same letters; then nothing is said rather than something wrong.
        if (found !== null) expect(foldName(found.name).replaceAll(' ', '')).toBe(`${a}${b}${n}`);
        const other = names.find(`${a} ${b} ${n + 100}`);
        expect(other === null || other.name.replace(/\D/gu, '') === String(n + 100)).toBe(true);
      },
    ),
  );
});

describe('rows that leave as CSV', () => {
  let bench: ImportBench;
  beforeAll(() => {
    bench = startImportBench();
  });
  afterAll(() => bench.end());

  const cell = fc
    .string({ unit: fc.constantFrom(...Array.from('aB9 ,;"\n\t|\'é华东医院（）%¥')), minLength: 1, maxLength: 12 })
    .filter((text) => text.trim().length > 0 && !isMissing(text.trim()));
  const deal = fc.record({
    name: cell,
    account: cell,
    next: cell,
    minor: fc.integer({ min: 0, max: 90_000_000_000 }),
    close: fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
    mille: fc.integer({ min: 0, max: 1000 }),
  });

  test('come back with the same values, and bring nothing new the second time', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deal, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (deals, delimiter) => {
          run += 1;
          const rows = deals.map(({ name, account, next, minor, close, mille }, index) => [
            `${run}-${index}`,
            name,
            account,
            'New',
            (minor / 100).toFixed(2),
            close.toISOString().slice(0, 10),
            `${mille / 10}%`,
            next,
          ]);
          const header = [
            'Deal ID',
            'Deal Name',
            'Account Name',
            'Stage',
            'Amount',
            'Expected close date',
            'Probability',
            'Next step',
          ];
          const handle = bench.file('out.csv', csvText([header, ...rows], delimiter));
          const { plan: proposed } = await bench.inspect(handle);
          const columns = Object.fromEntries(
            ['externalId', 'name', 'account', 'stage', 'amount', 'expectedClose', 'ownWinRate', 'nextStep'].map(
              (field, index) => [header[index]!, { field }],
            ),
          );
          const plan = { ...proposed, source: 'round trip', aliases: [], files: [{ ...proposed.files[0]!, columns }] };
          const done = await bench.run(plan);
          expect(done.counts.find(({ entity }) => entity === 'opportunity')).toMatchObject({
            create: deals.length,
            errors: 0,
          });
          const found = bench.rows<Record<string, unknown>>(
            `SELECT o.name, o.nextStep, o.amountMinor, o.expectedClose, o.ownWinRate FROM opportunity o
           JOIN externalRef r ON r.entityId = o.id AND r.entity = 'opportunity' WHERE r.externalId LIKE ? ORDER BY o.id`,
            `${run}-%`,
          );
          expect(found).toEqual(
            deals.map(({ name, next, minor, close, mille }) => ({
              name: tidy(name),
              nextStep: tidy(next),
              amountMinor: minor,
              expectedClose: close.toISOString().slice(0, 10),
              ownWinRate: mille / 1000,
            })),
          );
          const { plan: second } = await bench.inspect(handle);
          const again = await bench.run({ ...plan, process: second.process });
          expect(again.written).toEqual({});
        },
      ),
      { numRuns: 40 },
    );
  });
});
