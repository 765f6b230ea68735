import { describe, expect, it } from 'vitest';
import type { ReorganisationForm, ReorganisationPreview } from '../../../src/place/views.ts';
import { groupWork, handTo } from './handing.ts';

const work = (assignmentId: string, component: string | null, toId: string | null) => ({
  ...{ assignmentId, fromId: 'a', toId, from: 'Sở A', to: null, component, text: assignmentId },
});
const preview: ReorganisationPreview = {
  changed: [],
  successions: [
    { fromId: 'a', toId: 'b', from: 'Sở A', to: 'Sở B', function: 'giảm nghèo' },
    { fromId: 'a', toId: 'c', from: 'Sở A', to: 'Sở C', function: 'lao động' },
  ],
  work: [work('1', 'Hộ nghèo', null), work('2', 'Việc làm', null), work('3', 'Hộ nghèo', null)],
  ended: ['a'],
  stranded: 3,
  difficulties: [],
  accounts: [],
  movesOn: null,
};
const form: ReorganisationForm = {
  asked: { kind: 'rename', id: 'a', name: 'A', shortName: null },
  effective: '2026-03-01',
  resolution: null,
  handing: [],
};

describe('work that a reorganisation moves', () => {
  it('goes together by component, to those who take over', () => {
    const groups = groupWork(preview);
    expect(groups.map(({ component, assignmentIds }) => [component, assignmentIds])).toEqual([
      ['Hộ nghèo', ['1', '3']],
      ['Việc làm', ['2']],
    ]);
    expect(groups[0]?.choices.map(({ name }) => name)).toEqual(['Sở B', 'Sở C']);
  });

  it('may stay where the agency goes on', () => {
    expect(groupWork({ ...preview, ended: [] })[0]?.choices[0]).toEqual({ id: 'a', name: 'ở lại Sở A' });
  });

  it('is said to go to several where it does', () => {
    const split = { ...preview, work: [work('1', null, 'b'), work('2', null, 'c')] };
    expect(groupWork(split)[0]?.toId).toBeUndefined();
  });

  it('is handed on by group, the latest choice counting', () => {
    const [poor, jobs] = groupWork(preview);
    if (!poor || !jobs) throw new Error('no groups');
    const once = handTo(handTo(form, poor, 'b'), jobs, 'c');
    expect(once.handing.map(({ toId, assignmentIds }) => [toId, assignmentIds])).toEqual([
      ['b', ['1', '3']],
      ['c', ['2']],
    ]);
    expect(handTo(once, poor, 'c').handing.map(({ toId }) => toId)).toEqual(['c', 'c']);
  });
});
