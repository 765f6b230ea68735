import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { foldRecommendation, refuseRecommendationAct } from './fold.ts';
import type { RecommendationAct, RecommendationAction } from './model.ts';
import { ageOf, type RegisterLine, registerFigures } from './register.ts';

const day = (text: string): PlainDate => text as PlainDate;
const today = day('2026-06-10');
const asked = { text: 'Thu hồi khoản chi sai', agencyId: 'u', due: day('2026-06-30') };
const did = (act: RecommendationAct, id = JSON.stringify(act)): RecommendationAction => ({ id, day: today, act });
const progress = (percent: number, without: string | null = null) =>
  did({ kind: 'progress', percent, text: `Đã thu ${percent}%`, without });
const proof = (used = true) => did({ kind: 'evidence', evidenceId: 'e', used });
const close = (note: string | null = null) => did({ kind: 'close', note });
const state = (...actions: RecommendationAction[]) => foldRecommendation(asked, actions);

describe('a recommendation', () => {
  it('begins with nothing said, which is not 0%', () => {
    expect(state()).toMatchObject({ status: 'open', percent: null });
    expect(state(progress(0))).toMatchObject({ status: 'open', percent: 0 });
  });

  it('is whole, and closed, with evidence or a reason why there is none', () => {
    expect(refuseRecommendationAct(state(), progress(100))).toBe('evidence-missing');
    expect(refuseRecommendationAct(state(), close())).toBe('evidence-missing');
    expect(state(proof(), progress(100))).toMatchObject({ status: 'reported', percent: 100 });
    expect(state(progress(100, 'Đã nộp kho bạc'), close())).toMatchObject({ status: 'closed', closedOn: today });
    expect(refuseRecommendationAct(state(proof(), progress(100), proof(false)), close())).toBe('evidence-missing');
  });

  it('goes back to the unit with a reason, and on from what it said', () => {
    const reopened = state(proof(), progress(100), close(), did({ kind: 'reopen', reason: 'Còn thiếu' }));
    expect(reopened).toMatchObject({ status: 'open', closedOn: null, percent: 100, reason: 'Còn thiếu' });
  });

  it('is given another day or unit with a reason, not a day that is past', () => {
    const change = (due: string, reason = 'Nhập đơn vị') =>
      did({ kind: 'change', ...asked, agencyId: 'v', due: day(due), reason });
    expect(state(change('2026-07-15')).asked).toMatchObject({ agencyId: 'v', due: '2026-07-15' });
    expect(refuseRecommendationAct(state(), change('2026-06-09'))).toBe('day-past');
    expect(refuseRecommendationAct(state(), change('2026-07-15', ' '))).toBe('reason-missing');
  });

  it('counts an act that is sent twice once', () => {
    expect(state(progress(10), progress(60), progress(60)).percent).toBe(60);
  });
});

describe('the register', () => {
  const line = (more: Partial<RegisterLine>): RegisterLine => ({
    ...{ of: 'recommendation', id: 'r', within: null, source: 'audit', text: '', agencyId: 'u', due: null },
    ...{ paper: { what: 'Kết luận', number: null, date: null, issuer: null }, status: 'open', percent: null },
    ...{ since: day('2026-06-01'), closedOn: null, ...more },
  });

  it('says how old a line is, and late by the day it was closed', () => {
    expect(ageOf(line({}), today)).toEqual({ days: 9, late: false });
    const closed = line({ status: 'closed', due: day('2026-06-03'), closedOn: day('2026-06-05') });
    expect(ageOf(closed, today)).toEqual({ days: 4, late: true });
    expect(ageOf(line({ due: today }), today).late).toBe(false);
  });

  it('adds up what is said; a withdrawn line counts nowhere', () => {
    const lines = [
      line({ percent: 40, due: day('2026-06-09') }),
      line({}),
      line({ status: 'closed', percent: 100, closedOn: today }),
      line({ status: 'withdrawn', percent: 10, due: day('2026-06-02') }),
    ];
    expect(registerFigures(lines, today)).toEqual({ total: 3, closed: 1, late: 1, percent: { sum: 140, of: 2 } });
    expect(registerFigures([], today)).toEqual({ total: 0, closed: 0, late: 0, percent: { sum: 0, of: 0 } });
  });
});
