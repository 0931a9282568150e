import { describe, expect, it } from 'vitest';
import {
  inputOf,
  newDraft,
  placeAfter,
  problemsAt,
  withPart,
  withSlot,
} from '#renderer/features/settings/rules/ruleDraft.ts';
import {
  actionSpecs,
  conditionSpecs,
  firstOf,
  kindsOf,
  triggerSpecs,
} from '#renderer/features/settings/rules/ruleSpec.ts';
import { partWords, ruleWords } from '#renderer/features/settings/rules/ruleWords.ts';
import type { Format } from '#renderer/platform/format.ts';
import { actionSchema, conditionSchema, ruleBodySchema, triggerSchema } from '#shared/contract/ruleBody.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const zh = createTranslator('zh-CN');
const en = createTranslator('en');
const format = {
  money: (minor: number) => `¥${minor / 1_000_000}万`,
  percent: (share: number) => `${share * 100}%`,
} as Format;
const problem = (path: string) => ({ code: 'textMissing', path, rules: [] }) as const;
const names = { processes: [], members: [] };

describe('the editor', () => {
  it.each([
    ['trigger', triggerSchema, triggerSpecs],
    ['condition', conditionSchema, conditionSpecs],
    ['action', actionSchema, actionSpecs],
  ] as const)(
    'knows every kind of %s of the contract, begins each with something readable and has its words',
    (part, schema, specs) => {
      const kinds = schema.options.map((option) => option.shape.kind.value as string);
      expect(kindsOf(part).toSorted()).toEqual(kinds.toSorted());
      for (const [kind, spec] of Object.entries(specs)) {
        expect(schema.safeParse(firstOf(part, kind, 'CNY')).success, kind).toBe(true);
        expect(isTextKey(`rules.${part}.${kind}`), kind).toBe(true);
        for (const slot of Object.keys(spec.slots)) expect(isTextKey(`rules.slotName.${slot}`), slot).toBe(true);
        for (const t of [zh, en]) {
          const words = partWords(part, firstOf(part, kind, 'CNY'), names, t, format);
          expect(words, kind).not.toMatch(/\{\{|rules\.|undefined/u);
        }
      }
    },
  );

  it('says a rule as one sentence in both languages', () => {
    const body: Parameters<typeof ruleWords>[0] = {
      trigger: { kind: 'amountReached', minor: 500_000_000, currency: 'CNY' },
      conditions: [{ kind: 'c139Zone', op: 'isNot', zone: 'win' }],
      actions: [
        { kind: 'notifyManager', text: '过问' },
        { kind: 'setField', field: 'ownWinRate', value: 0.5 },
      ],
    };
    expect(ruleWords(body, names, zh, format)).toBe(
      '当金额达到¥500万，且C139 不是赢单区，则告知经理“过问”，把自评赢率设为50%。',
    );
    expect(ruleWords(body, names, en, format)).toBe(
      'When the amount reaches ¥500万 and C139 is not winning: tell the manager: “过问”, set Own win rate to 50%.',
    );
  });

  it('begins a new rule that only lacks its words', () => {
    const input = inputOf(newDraft('CNY'));
    expect(ruleBodySchema.safeParse(input).success).toBe(true);
    expect(input).not.toHaveProperty('id');
  });

  it('forgets a value with the field that it was for', () => {
    const condition = { kind: 'field', field: 'ownWinRate', op: 'is', value: 0.5 };
    expect(withSlot(condition, 'field', 'source')).toEqual({ kind: 'field', field: 'source', op: 'is', value: '' });
    expect(withSlot(condition, 'field', 'expectedClose')).toMatchObject({ value: null });
    expect(withSlot(condition, 'op', 'isNot')).toMatchObject({ value: 0.5, op: 'isNot' });
  });

  it('changes and takes out parts by their place', () => {
    const parts = [{ kind: 'a' }, { kind: 'b' }];
    expect(withPart(parts, 0, { kind: 'c' })).toEqual([{ kind: 'c' }, { kind: 'b' }]);
    expect(withPart(parts, 1, null)).toEqual([{ kind: 'a' }]);
  });

  it('finds the problems of a place and not of its neighbour', () => {
    const all = [problem('actions'), problem('actions.1.text'), problem('actions.10.text')];
    expect(problemsAt(all, 'actions.1').map(({ path }) => path)).toEqual(['actions.1.text']);
    expect(problemsAt(all, 'actions')).toHaveLength(3);
  });

  it('knows behind which rule a moved one comes, and where it cannot go', () => {
    const ids = ['a', 'b', 'c'];
    expect(placeAfter(ids, 'c', -1)).toBe('a');
    expect(placeAfter(ids, 'b', -1)).toBeNull();
    expect(placeAfter(ids, 'a', 2)).toBe('c');
    expect(placeAfter(ids, 'a', -1)).toBeUndefined();
    expect(placeAfter(ids, 'c', 1)).toBeUndefined();
    expect(placeAfter(ids, 'x', 1)).toBeUndefined();
  });
});
