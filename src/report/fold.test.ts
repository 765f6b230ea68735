import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { applyToReport, beginReport, foldReport, takesBack } from './fold.ts';
import { latenessOf } from './late.ts';
import type { ReportAct, ReportAction } from './model.ts';
import { mayWrite, refuseReportAct } from './rules.ts';

const start = '2026-06-12' as PlainDate;
let next = 0;
const on = (act: ReportAct, after = 0, closed = false): ReportAction => ({
  ...{ id: `a${next++}`, day: addDays(start, after), closed, act },
});
const submit: ReportAct = { kind: 'submit', note: null };
const send: ReportAct = { kind: 'send', note: null };
const receive: ReportAct = { kind: 'receive', note: null };
const back: ReportAct = { kind: 'return', reason: 'Thiếu số liệu', due: addDays(start, 5) };
const correct: ReportAct = { kind: 'correct', reason: 'Nhập nhầm số hộ' };
const recall: ReportAct = { kind: 'recall' };

describe('a report', () => {
  it('goes from the officer to the head, to the office that receives it', () => {
    expect(foldReport([on(submit)]).status).toBe('submitted');
    expect(foldReport([on(submit), on(send, 1), on(receive, 2)])).toMatchObject({
      ...{ status: 'received', sentOn: addDays(start, 1), receivedOn: addDays(start, 2), version: 1 },
    });
  });

  it('is sent by a head who wrote it, without a step between', () => {
    expect(foldReport([on(send)]).status).toBe('sent');
  });

  it('that is returned keeps the day it first came, and its reason until it comes again', () => {
    const returned = foldReport([on(send), on(back, 3)]);
    expect(returned).toMatchObject({
      status: 'returned',
      reason: 'Thiếu số liệu',
      mendBy: addDays(start, 5),
      sentOn: null,
    });
    const again = applyToReport(returned, on(send, 4));
    expect(again).toMatchObject({
      status: 'sent',
      reason: null,
      mendBy: null,
      firstSentOn: start,
      sentOn: addDays(start, 4),
    });
  });

  it('that was taken back before anybody answered was not sent in time', () => {
    expect(foldReport([on(send), on(recall), on(send, 9)]).firstSentOn).toBe(addDays(start, 9));
    expect(foldReport([on(send), on(back, 1), on(send, 2), on(recall, 3)]).firstSentOn).toBe(start);
  });

  it('is corrected after it was received as the next version, with a reason', () => {
    const received = foldReport([on(send), on(receive)]);
    expect(refuseReportAct(received, on({ ...correct, reason: ' ' } as ReportAct))).toBe('reason-missing');
    expect(applyToReport(received, on(correct, 1))).toMatchObject({ status: 'writing', version: 2 });
  });

  it('of a closed period waits for an exception, unless it was returned', () => {
    expect(refuseReportAct(beginReport, on(send, 20, true))).toBe('period-closed');
    const granted = foldReport([on({ kind: 'grant', until: addDays(start, 22), reason: 'Mưa lũ' }, 20, true)]);
    expect(refuseReportAct(granted, on(send, 22, true))).toBeUndefined();
    expect(refuseReportAct(granted, on(send, 23, true))).toBe('period-closed');
    expect(refuseReportAct(foldReport([on(send), on(back)]), on(send, 30, true))).toBeUndefined();
    expect(mayWrite(beginReport, addDays(start, 20), true)).toBe(false);
    expect(mayWrite(granted, addDays(start, 20), true)).toBe(true);
  });

  it('is granted nothing while its period is open, nor a day that is past', () => {
    const grant: ReportAct = { kind: 'grant', until: start, reason: 'x' };
    expect(refuseReportAct(beginReport, on(grant))).toBe('not-closed');
    expect(refuseReportAct(beginReport, on(grant, 1, true))).toBe('day-past');
  });

  it('whatever is sent in whatever order, stands only where the rules let it', () => {
    const act = fc.constantFrom<ReportAct>(
      ...[submit, send, receive, back, correct, recall],
      { kind: 'send-back', reason: 'Ghi rõ địa bàn' },
      { kind: 'grant', until: addDays(start, 10), reason: 'Mưa lũ' },
    );
    const story = fc.array(fc.tuple(act, fc.nat(3), fc.nat(4)), { maxLength: 20 });
    const reached = new Set<string>();
    fc.assert(
      fc.property(story, (acts) => {
        let day = 0;
        let closed = false;
        const actions = acts.map(([one, later, chance]) => {
          day += later;
          closed ||= chance === 0;
          return on(one, day, closed);
        });
        let state = beginReport;
        const taken: ReportAction[] = [];
        for (const action of actions) {
          const after = applyToReport(state, action);
          if (refuseReportAct(state, action)) expect(after).toBe(state);
          else taken.push(action);
          state = after;
          expect(state.sentOn !== null).toBe(state.status === 'sent' || state.status === 'received');
          expect(state.receivedOn !== null).toBe(state.status === 'received');
          if (state.sentOn !== null) expect(state.firstSentOn !== null && state.firstSentOn <= state.sentOn).toBe(true);
          reached.add(state.status);
        }
        expect(foldReport(actions)).toEqual(state);
        expect(foldReport([...taken, ...taken])).toEqual(state);
      }),
      { numRuns: 500, seed: 5 },
    );
    expect([...reached].sort()).toEqual(['received', 'returned', 'sent', 'submitted', 'writing']);
  });
});

describe('lateness', () => {
  const calendar = buildCalendar();
  const late = (due: string, sent: string | null, today = '2026-06-30') =>
    latenessOf({ due: due as PlainDate, firstSentOn: sent as PlainDate | null }, today as PlainDate, calendar);

  it('counts working days after the last day', () => {
    expect(late('2026-06-12', '2026-06-12')).toEqual({ sent: true, late: 0 });
    // Friday to Monday
    expect(late('2026-06-12', '2026-06-15')).toEqual({ sent: true, late: 1 });
    expect(late('2026-06-12', '2026-06-19')).toEqual({ sent: true, late: 5 });
  });

  it('is one day at least, also on a Sunday', () => {
    expect(late('2026-06-12', '2026-06-14').late).toBe(1);
  });

  it('goes on while nothing was sent, and is none without a day', () => {
    expect(late('2026-06-12', null, '2026-06-16')).toEqual({ sent: false, late: 2 });
    expect(latenessOf({ due: null, firstSentOn: null }, start, calendar).late).toBe(0);
  });
});

describe('a day that was moved by mistake', () => {
  it('is what it was before, once, as long as nothing was sent meanwhile', () => {
    const [first, second] = [8, 12].map((after) =>
      on({ kind: 'move', due: addDays(start, after), reason: 'Bão lũ' } as ReportAct),
    ) as [ReportAction, ReportAction];
    const undo = (of: ReportAction, after = 0): ReportAction => on({ kind: 'unmove', of: of.id }, after);
    expect(foldReport([first, second, undo(second)]).grantedUntil).toBe(addDays(start, 8));
    expect(foldReport([first, undo(first)])).toEqual(beginReport);
    expect(foldReport([first, undo(first), first, undo(first)])).toEqual(beginReport);
    expect(foldReport([first, on(send), undo(first)])).toEqual(foldReport([first, on(send)]));
    expect([takesBack([first], first.id), takesBack([first, undo(first)], first.id)]).toEqual([true, false]);
  });
});

describe('the duty to report', () => {
  const excuse: ReportAct = { kind: 'excuse', reason: 'Đã sáp nhập' };
  const move = (after: number): ReportAct => ({ kind: 'move', due: addDays(start, after), reason: 'Bão lũ' });

  it('is excused until that is taken back, and nothing is done about the report meanwhile', () => {
    const excused = foldReport([on(excuse)]);
    expect([excused.excused, mayWrite(excused, start, false)]).toEqual(['Đã sáp nhập', false]);
    expect(foldReport([on(excuse), on(send), on(submit)])).toEqual(excused);
    expect(foldReport([on(excuse), on({ kind: 'restore', reason: 'Nhầm' })])).toEqual(beginReport);
    expect(refuseReportAct(beginReport, on({ kind: 'restore', reason: 'x' }))).toBe('not-in-this-state');
  });

  it('is not excused after the report was sent', () => {
    expect(refuseReportAct(foldReport([on(send)]), on(excuse))).toBe('not-in-this-state');
  });

  it('is moved with leave to send until that day, closed or not; a later leave stays', () => {
    const moved = foldReport([on(move(9))]);
    expect(refuseReportAct(moved, on(send, 9, true))).toBeUndefined();
    expect(refuseReportAct(moved, on(send, 10, true))).toBe('period-closed');
    expect(foldReport([on(move(9)), on(move(4))]).grantedUntil).toBe(addDays(start, 9));
    expect(foldReport([on(send), on(back), on(move(9))]).mendBy).toBe(addDays(start, 9));
    expect(refuseReportAct(beginReport, on(move(-1)))).toBe('day-past');
  });
});
