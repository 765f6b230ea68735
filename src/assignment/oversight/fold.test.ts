import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { applyToOversight, beginOversight, foldOversight, refuseOversightAct, refuseSeen } from './fold.ts';
import { awaitingAnswer, type OversightAct, stances } from './model.ts';

const day = (text: string): PlainDate => text as PlainDate;
const today = day('2026-06-10');
const recommended = { recommendation: 'Niêm yết lại danh sách' };
const only = { recommendation: null };
const answer = (on = today): OversightAct => ({ kind: 'answer', stance: 'accept', text: 'Đã làm', on, references: [] });
const satisfied: OversightAct = { kind: 'judge', satisfied: true, note: null };
const unsatisfied: OversightAct = { kind: 'judge', satisfied: false, note: 'Mới niêm yết ở một thôn' };
const withdraw: OversightAct = { kind: 'withdraw', reason: 'Nhầm đơn vị' };

describe('an oversight entry', () => {
  it('with a recommendation waits for the unit, then for who recorded it', () => {
    expect(foldOversight(recommended, []).status).toBe('waiting');
    expect(foldOversight(recommended, [answer()])).toEqual({ status: 'answered', answeredOn: today });
    expect(foldOversight(recommended, [answer(), satisfied]).status).toBe('satisfied');
  });

  it('without one waits for nobody, and may be answered all the same', () => {
    expect(foldOversight(only, []).status).toBe('noted');
    expect(foldOversight(only, [answer()]).status).toBe('answered');
  });

  it('whose answer does not satisfy is answered again; the later answer counts', () => {
    const acts = [answer(day('2026-05-01')), unsatisfied, answer()];
    expect(foldOversight(recommended, acts)).toEqual({ status: 'answered', answeredOn: today });
  });

  it('may be found wanting after all, with a reason', () => {
    const state = foldOversight(recommended, [answer(), satisfied]);
    expect(refuseOversightAct(state, satisfied)).toBe('nothing-changes');
    expect(refuseOversightAct(state, { ...unsatisfied, note: ' ' })).toBe('reason-missing');
    expect(applyToOversight(state, unsatisfied).status).toBe('unsatisfied');
    expect(refuseOversightAct(state, answer())).toBe('not-in-this-state');
  });

  it('is not judged before there is an answer', () => {
    expect(refuseOversightAct(beginOversight(recommended), satisfied)).toBe('not-in-this-state');
    expect(refuseOversightAct(beginOversight(only), unsatisfied)).toBe('not-in-this-state');
  });
});

describe('what was seen', () => {
  const seen = { day: today, recommendation: 'Niêm yết lại', wishedBy: null };
  it('was seen by today', () => {
    expect(refuseSeen(seen, today)).toBeUndefined();
    expect(refuseSeen({ ...seen, day: day('2026-06-11') }, today)).toBe('day-in-the-future');
  });

  it('has a wished day only with a recommendation, and not before it was seen', () => {
    expect(refuseSeen({ ...seen, wishedBy: today }, today)).toBeUndefined();
    expect(refuseSeen({ ...seen, wishedBy: day('2026-06-09') }, today)).toBe('wish-before-day');
    expect(refuseSeen({ ...seen, recommendation: null, wishedBy: today }, today)).toBe('wish-without-recommendation');
  });
});

describe('whatever is done in whatever order', () => {
  const act = fc.oneof(
    fc
      .record({ stance: fc.constantFrom(...stances), later: fc.integer({ min: 0, max: 60 }) })
      .map(({ stance, later }): OversightAct => {
        return { kind: 'answer', stance, text: 'Tiếp thu', on: addDays(today, later), references: [] };
      }),
    fc.constantFrom<OversightAct>(satisfied, unsatisfied, { ...unsatisfied, note: null }),
    { weight: 1, arbitrary: fc.constant(withdraw) },
  );
  const story = fc.record({
    recommendation: fc.constantFrom(null, 'Niêm yết lại'),
    acts: fc.array(act, { maxLength: 12 }),
  });

  it('an entry stands where its last possible acts put it, and a withdrawn one stays withdrawn', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(story, ({ recommendation, acts }) => {
        let state = beginOversight({ recommendation });
        let answered: PlainDate | null = null;
        let view: string | undefined;
        for (const one of acts) {
          const why = refuseOversightAct(state, one);
          const after = applyToOversight(state, one);
          if (why) expect(after).toBe(state);
          if (state.status === 'withdrawn') expect(why).toBe('not-in-this-state');
          if (!why && one.kind === 'answer') [answered, view] = [one.on, undefined];
          if (!why && one.kind === 'judge') view = one.satisfied ? 'satisfied' : 'unsatisfied';
          state = after;
        }
        reached.add(state.status);
        expect(foldOversight({ recommendation }, acts)).toEqual(state);
        expect(state.answeredOn).toBe(answered);
        const stands = answered === null ? beginOversight({ recommendation }).status : (view ?? 'answered');
        expect(['withdrawn', stands]).toContain(state.status);
        if (awaitingAnswer.includes(state.status)) expect(refuseOversightAct(state, answer())).toBeUndefined();
      }),
      { numRuns: 500, seed: 4 },
    );
    expect([...reached].sort()).toEqual(['answered', 'noted', 'satisfied', 'unsatisfied', 'waiting', 'withdrawn']);
  });
});
