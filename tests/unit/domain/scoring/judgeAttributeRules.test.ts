import { describe, expect, it } from 'vitest';
import { allAttributeTemplates } from '#resources/templates/attributes/allAttributeTemplates.ts';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { attributeRulesSchema, type AttributeRules } from '#shared/contract/attributeRules.ts';
import { instantiateRules } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import { chooseRules } from '#shared/domain/scoring/attributes/chooseRules.ts';
import { judgeRules, type OtherRules } from '#shared/domain/scoring/attributes/judgeRules.ts';
import { overNumbers, overWords, rulesWith } from '#tests/support/attributeRules.ts';

const found = (body: AttributeRules, others: readonly OtherRules[] = [], name = '规则') =>
  judgeRules({ id: 'one', name, body }, others).map(({ code, path }) => `${code} ${path}`);
const region = overWords('region', 10, { 华东: 100 });

describe('a draft of attribute rules', () => {
  it('is named with its place where bands overlap, end before they begin, or are none', () => {
    expect(
      found(
        rulesWith([
          region,
          overNumbers('employees', 10, [
            [null, 500, 10],
            [400, null, 90],
          ]),
        ]),
      ),
    ).toEqual(['bandsOverlap criteria.1.bands.1']);
    expect(found(rulesWith([overNumbers('employees', 10, [[500, 100, 10]]), region]))).toEqual([
      'bandEmpty criteria.0.bands.0',
    ]);
    expect(found(rulesWith([overNumbers('employees', 10, []), region]))).toEqual(['noBands criteria.0.earns']);
  });

  it('finds overlaps in whatever order the bands lie, and says where a gap is', () => {
    expect(
      found(
        rulesWith([
          region,
          overNumbers('employees', 10, [
            [400, null, 90],
            [null, 500, 10],
          ]),
        ]),
      ),
    ).toEqual(['bandsOverlap criteria.1.bands.0']);
    const [gap] = judgeRules({
      id: 'one',
      name: '规则',
      body: rulesWith([
        region,
        overNumbers('employees', 10, [
          [null, 100, 10],
          [200, null, 90],
        ]),
      ]),
    });
    expect(gap).toEqual({ code: 'bandsGap', path: 'criteria.1.bands.1', severity: 'warning', about: '100–200' });
  });

  it('may not be empty, weigh nothing, ask for unknown fields or the wrong kind of level', () => {
    expect(found(rulesWith([]))).toEqual(['noCriteria criteria']);
    expect(found(rulesWith([{ ...region, weight: 0 }]))).toEqual(['weightZero criteria.0.weight']);
    expect(found(rulesWith([overWords('shoeSize', 10, { 华东: 100 })]))).toEqual(['fieldUnknown criteria.0.field']);
    expect(found(rulesWith([overWords('custom: ', 10, { 华东: 100 })]))).toEqual(['fieldMissing criteria.0.field']);
    expect(found(rulesWith([region, overWords('employees', 10, { 多: 100 })]))).toEqual([
      'wordsOnNumber criteria.1.earns',
    ]);
    expect(found(rulesWith([region, overNumbers('grade', 10, [[null, 3, 50]])]))).toEqual([
      'bandsOnWords criteria.1.earns',
    ]);
    expect(found(rulesWith([region]), [], ' ')).toEqual(['nameMissing name']);
  });

  it('may not give one word two levels, nor have a level without words', () => {
    const twice = rulesWith([
      {
        ...region,
        earns: {
          kind: 'values',
          otherwise: 0,
          choices: [
            { words: ['华东'], match: 'contains', points: 90 },
            { words: ['华南', ' 华东'], match: 'exact', points: 50 },
          ],
        },
      },
    ]);
    expect(found(twice)).toEqual(['wordTwice criteria.0.choices.1']);
    expect(found(rulesWith([overWords('region', 10, { ' ': 90 })]))).toEqual(['wordsMissing criteria.0.choices.0']);
  });

  it('is warned of criteria that say nothing, ask twice, or caps that do nothing', () => {
    expect(found(rulesWith([overWords('region', 10, { 华东: 50 }, { otherwise: 50 })]))).toEqual([
      'pointsSame criteria.0.earns',
    ]);
    expect(found(rulesWith([region, { ...region, key: 'again' }]))).toEqual(['fieldTwice criteria.1.field']);
    expect(found(rulesWith([{ ...region, group: '区域' }], { caps: [{ group: '区域', weight: 10 }] }))).toEqual([
      'capIdle caps.0',
    ]);
    expect(
      found(
        rulesWith([region], {
          caps: [
            { group: '无', weight: 10 },
            { group: '无', weight: 0 },
          ],
        }),
      ),
    ).toEqual(['capUnknown caps.0', 'capTwice caps.1']);
    expect(found(rulesWith([overWords('grade', 10, { 三级: 100 })]))).toEqual(['nothingForLeads criteria']);
  });

  it('is warned when a set before it in order takes its industries', () => {
    const others = [
      { id: 'two', name: 'A 医院', industries: ['医疗'] },
      { id: 'three', name: 'B 通用', industries: [] },
    ];
    expect(found(rulesWith([region], { industries: ['医疗器械', ''] }), others)).toEqual([
      'industryTaken industries.0',
      'industryMissing industries.1',
    ]);
    expect(found(rulesWith([region]), others)).toEqual(['secondGeneral industries']);
    expect(found(rulesWith([region], { industries: ['医疗器械'] }), others, '0 先')).toEqual([]);
  });
});

describe('the sets that come with the program', () => {
  it('have one for each process template, in both languages without a problem', () => {
    expect(allAttributeTemplates.map(({ key }) => key)).toEqual(allTemplates.map(({ key }) => key));
    for (const locale of ['zh-CN', 'en'] as const) {
      const all = allAttributeTemplates.map((template) => {
        const name = template.name[locale === 'en' ? 1 : 0];
        return { id: template.key, name, body: attributeRulesSchema.parse(instantiateRules(template, locale)) };
      });
      const others = all.map(({ id, name, body }) => ({ id, name, industries: body.industries }));
      expect(all.flatMap((set) => judgeRules(set, others))).toEqual([]);
    }
  });
});

const set = (name: string, ...industries: string[]) => ({
  id: name,
  name,
  body: rulesWith([region], { industries }),
});

describe('the choice of a set', () => {
  it('takes the first by name whose word the industry contains, else the general one', () => {
    const choose = chooseRules([set('乙', '医疗'), set('甲', '器械'), set('通用')]);
    expect(choose('医疗器械')?.name).toBe('甲');
    expect(choose('医疗服务')?.name).toBe('乙');
    expect(choose('')?.name).toBe('通用');
    expect(choose('ＳａａＳ')?.name).toBe('通用');
    expect(chooseRules([set('甲', 'saas')])('ＳａａＳ 软件')?.name).toBe('甲');
    expect(chooseRules([set('甲', 'saas')])('')).toBeNull();
  });
});
