import { describe, expect, it } from 'vitest';
import { compareDrafts } from '#shared/domain/processes/compareDrafts.ts';
import { addStage, fillKeys, moveItem } from '#shared/domain/processes/editDraft.ts';
import { draftCriterion, draftStage, draftTask, soundDraft, withStage } from '#tests/support/processDrafts.ts';

describe('moving an entry of a list', () => {
  it('puts it where it belongs and keeps the others in order', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveItem(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
  it('changes nothing beyond the ends', () => {
    expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveItem(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
    expect(moveItem([], 0, 0)).toEqual([]);
  });
});

describe('adding a stage', () => {
  it('comes after the chosen one and begins like it', () => {
    const { draft, index } = addStage(soundDraft(), 'new', 0);
    expect(index).toBe(1);
    expect(draft.stages[1]).toMatchObject({ key: 'new', name: '', stageClass: 'verify', winRateMille: 100 });
  });
  it('never comes behind an outcome', () => {
    expect(addStage(soundDraft(), 'new', 4).index).toBe(3);
    expect(addStage(soundDraft(), 'new', null).index).toBe(3);
    expect(addStage({ stages: [] }, 'new', null)).toMatchObject({ index: 0 });
  });
});

describe('filling in keys', () => {
  it('gives one to what has none and leaves the others', () => {
    const draft = withStage(soundDraft(), 'verify', {
      key: '',
      tasks: [draftTask('')],
      criteria: [draftCriterion('c')],
    });
    let count = 0;
    const filled = fillKeys(draft, () => `k${(count += 1)}`);
    expect(filled.stages[0]).toMatchObject({ key: 'k1', tasks: [{ key: 'k2' }], criteria: [{ key: 'c' }] });
    expect(fillKeys(filled, () => 'never')).toEqual(filled);
  });
});

describe('comparing two versions', () => {
  it('finds nothing between equal ones, in whatever order their fields were written', () => {
    const again = structuredClone(soundDraft());
    again.stages[0] = Object.fromEntries(Object.entries(again.stages[0]!).toReversed()) as (typeof again.stages)[0];
    expect(compareDrafts(soundDraft(), again)).toEqual([]);
  });

  it('tells what was added, removed, moved and said differently', () => {
    const older = soundDraft();
    const [verify, engage, negotiate, won, lost] = older.stages;
    const newer = {
      stages: [
        { ...engage!, name: '技术交流', allowedDays: 20, tasks: [draftTask('new')] },
        { ...verify!, criteria: [draftCriterion('vc', { text: '改过', enforcement: 'block' })] },
        draftStage('pilot'),
        won!,
        lost!,
      ],
    };
    expect(compareDrafts(older, newer)).toEqual([
      { change: 'moved', what: 'stage', stage: '技术交流', name: '技术交流', fields: [] },
      {
        change: 'changed',
        what: 'stage',
        stage: '技术交流',
        name: '技术交流',
        fields: [
          { name: 'name', from: '阶段 engage', to: '技术交流' },
          { name: 'allowedDays', from: 10, to: 20 },
        ],
      },
      { change: 'added', what: 'task', stage: '技术交流', name: '任务 new', fields: [] },
      { change: 'removed', what: 'task', stage: '技术交流', name: '任务 et', fields: [] },
      { change: 'moved', what: 'stage', stage: '阶段 verify', name: '阶段 verify', fields: [] },
      {
        change: 'changed',
        what: 'criterion',
        stage: '阶段 verify',
        name: '改过',
        fields: [
          { name: 'text', from: '标准 vc', to: '改过' },
          { name: 'enforcement', from: 'warn', to: 'block' },
        ],
      },
      { change: 'added', what: 'stage', stage: '阶段 pilot', name: '阶段 pilot', fields: [] },
      { change: 'removed', what: 'stage', stage: negotiate!.name, name: negotiate!.name, fields: [] },
    ]);
  });
});
