import { expect, test } from 'vitest';
import { layers, mapEdges, mapNodes, personName } from '#renderer/features/powerMap/mapModel.ts';
import type { Tokens } from '#renderer/theme/readTokens.ts';
import type { RelationEdge, StakeholderNode } from '#shared/contract/powerMap.contract.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const t = createTranslator('zh-CN');
const tokens = new Proxy({}, { get: (_target, name) => `#${String(name)}` }) as Tokens;
const person = (known: object) =>
  ({
    id: 'p',
    contact: { id: 'c', name: '许文澜' },
    vacantLabel: '',
    title: '副院长',
    roles: [],
    influence: 20,
    stance: 'neutral',
    coverage: 'none',
    ...known,
  }) as unknown as StakeholderNode;
const line = (known: Partial<RelationEdge>) =>
  ({ id: 'l', fromId: 'a', toId: 'b', kind: 'influences', confirmed: true, ...known }) as RelationEdge;
const drawn = (known: object, small = false) =>
  decodeURIComponent(mapNodes([person(known)], [], t, tokens, small)[0]?.picture ?? '');

test('a vacant role is called by what is looked for', () => {
  expect(personName(person({}))).toBe('许文澜');
  expect(personName(person({ contact: null, vacantLabel: '专家组组长' }))).toBe('专家组组长');
});

test('a card tells name, title, influence and the role that decides', () => {
  const picture = drawn({ roles: ['user', 'decider'] });
  for (const part of ['许文澜', '副院长', '20%', '决策人']) expect(picture).toContain(part);
  expect(drawn({ roles: ['user'] })).not.toContain('使用人');
});

test('a vacant role is dashed and has neither stance nor coverage', () => {
  const picture = drawn({ contact: null, vacantLabel: '专家组组长', stance: 'support' });
  expect(picture).toContain('stroke-dasharray');
  expect(picture).toContain('待确认');
  expect(picture).not.toContain('circle');
  expect(picture).not.toContain('#stanceSupport');
});

test('a name cannot break the picture', () => {
  expect(drawn({ contact: { id: 'c', name: '<b>&"' } })).toContain('&lt;b&gt;&amp;&quot;');
});

test('the preview’s card keeps stance, name and influence and leaves the rest out', () => {
  const picture = drawn({ stance: 'support', roles: ['decider'] }, true);
  expect(picture).toContain('许文澜');
  expect(picture).toContain('#stanceSupport');
  expect(picture).not.toContain('副院长');
  expect(picture).not.toContain('决策人');
});

test('a chosen card has the frame of the focus and says the same', () => {
  const [node] = mapNodes([person({})], [], t, tokens);
  const chosen = decodeURIComponent(node?.chosenPicture ?? '');
  expect(chosen).toContain('#focus');
  expect(decodeURIComponent(node?.picture ?? '')).not.toContain('#focus');
  expect(chosen).toContain('许文澜');
});

test('only the layers that are on are drawn', () => {
  const relations = [line({ id: '1' }), line({ id: '2', kind: 'conflict' })];
  expect(mapEdges(relations, new Set(['conflict']), t).map(({ id }) => id)).toEqual(['2']);
  expect(mapEdges(relations, new Set(layers), t)).toHaveLength(2);
});

test('what is inferred is dashed and says so; reporting is quiet; conflict is a cross', () => {
  const [inferred] = mapEdges([line({ confirmed: false })], new Set(layers), t);
  expect(inferred).toMatchObject({ dashed: true, text: '影响，推理', shape: 'arrow' });
  const [reporting] = mapEdges([line({ kind: 'reportsTo' })], new Set(layers), t);
  expect(reporting).toMatchObject({ shape: 'tree', tone: 'quiet', text: '' });
  const [conflict] = mapEdges([line({ kind: 'conflict' })], new Set(layers), t);
  expect(conflict).toMatchObject({ shape: 'line', tone: 'negative', text: '✕' });
});
