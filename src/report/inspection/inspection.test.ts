import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type CountedInspection, inspectionFigures } from './figures.ts';
import { applyToInspection, beginInspection, foldInspection } from './fold.ts';
import type { InspectionAct, InspectionAction, Planned } from './model.ts';
import { isSettled, refuseInspectionAct } from './rules.ts';
import { takeOver } from './take-over.ts';

const day = (text: string): PlainDate => text as PlainDate;
const today = day('2026-06-10');
const planned: Planned = {
  ...{ kind: 'planned', day: day('2026-06-08'), earlierId: null, subject: 'Công khai, minh bạch' },
  ...{ components: [{ index: 'PAPI', code: '2.1' }], lead: 'Bùi Đức Thắng', members: [], joinedWith: null, places: [] },
};
let made = 0;
const did = (act: InspectionAct, on = today): InspectionAction => {
  made += 1;
  return { id: `a${made}`, day: on, act };
};
const found = { text: 'Chưa niêm yết', component: null, place: 'Thôn Đông' };
const open = did({ kind: 'open', on: today });
const find = (findingId = 'f') => did({ kind: 'find', findingId, itemId: null, ...found });
const assign = (findingId = 'f', due = day('2026-06-30')) =>
  did({ kind: 'assign', findingId, remedy: 'Niêm yết lại', agencyId: 'u', asked: due, due });
const remedy = (without: string | null = null, findingId = 'f') =>
  did({ kind: 'remedy', findingId, text: 'Đã niêm yết', on: today, without });
const proof = (used = true) => did({ kind: 'evidence', findingId: 'f', evidenceId: 'e', used, by: 'unit' });
const accept = did({ kind: 'accept', findingId: 'f', note: null });
const conclude = did({ kind: 'conclude', assessment: 'Tốt', number: null, date: null });
const state = (...actions: InspectionAction[]) => foldInspection(planned, actions);
const refused = (before: InspectionAction[], one: InspectionAction) => refuseInspectionAct(state(...before), one);

describe('an inspection', () => {
  it('is moved or cancelled only before it begins, with a reason', () => {
    const move = did({ kind: 'move', day: day('2026-06-20'), reason: 'Trùng họp HĐND' });
    expect(state(move)).toMatchObject({ status: 'planned', planned: { day: '2026-06-20' }, reason: 'Trùng họp HĐND' });
    expect(refused([], did({ kind: 'move', day: day('2026-06-20'), reason: ' ' }))).toBe('reason-missing');
    expect(refused([], did({ kind: 'move', day: day('2026-06-01'), reason: 'Sớm' }))).toBe('day-past');
    expect(refused([open], move)).toBe('not-in-this-state');
    expect(state(did({ kind: 'cancel', reason: 'Đoàn khác đã kiểm tra' })).status).toBe('cancelled');
  });

  it('begins by today, and is not concluded while a finding has no remedy', () => {
    expect(refused([], did({ kind: 'open', on: day('2026-06-11') }))).toBe('day-to-come');
    expect(refused([open, find()], conclude)).toBe('remedy-missing');
    expect(state(open, find(), assign(), conclude)).toMatchObject({ status: 'concluded', concludedOn: today });
  });

  it('without findings is closed with its conclusion, and gets its number after', () => {
    const numbered = did({ kind: 'number', number: '12/TB-TTr', date: today });
    expect(state(open, conclude, numbered)).toMatchObject({ status: 'closed', number: '12/TB-TTr', date: today });
    expect(refused([open], numbered)).toBe('not-in-this-state');
  });

  it('is closed by its last finding, and open again when a remedy does not hold', () => {
    const whole = [open, find(), assign(), conclude, proof(), remedy(), accept];
    expect(state(...whole)).toMatchObject({ status: 'closed', findings: [{ status: 'closed', closedOn: today }] });
    const back = did({ kind: 'return', findingId: 'f', reason: 'Đã gỡ', due: null });
    expect(state(...whole, back)).toMatchObject({ status: 'concluded', findings: [{ status: 'returned' }] });
  });
});

describe('a finding', () => {
  it('is closed with evidence or a reason why there is none, never without both', () => {
    const before = [open, find(), assign()];
    expect(refused(before, remedy())).toBe('evidence-missing');
    expect(refused(before, remedy('  '))).toBe('evidence-missing');
    expect(state(...before, remedy('Đã nhắc miệng tại chỗ'), accept).findings[0]?.status).toBe('closed');
    // The evidence was taken away after the unit had reported.
    expect(refused([...before, proof(), remedy(), proof(false)], accept)).toBe('evidence-missing');
    expect(refused(before, did({ kind: 'close', findingId: 'f', reason: '' }))).toBe('reason-missing');
  });

  it('keeps what the team shows apart from what the unit proves', () => {
    const photo = did({ kind: 'evidence', findingId: 'f', evidenceId: 'p', used: true, by: 'team' });
    expect(refused([open, find(), assign(), photo], remedy())).toBe('evidence-missing');
    expect(state(open, find(), photo).findings[0]).toMatchObject({ shown: ['p'], proofs: [] });
  });

  it('that comes back keeps its day unless another is set', () => {
    const before = [open, find(), assign(), remedy('Không có ảnh')];
    const back = (due: PlainDate | null) => did({ kind: 'return', findingId: 'f', reason: 'Thiếu', due });
    expect(state(...before, back(null)).findings[0]).toMatchObject({ due: '2026-06-30', reason: 'Thiếu' });
    expect(state(...before, back(day('2026-07-10'))).findings[0]?.due).toBe('2026-07-10');
    expect(refused(before, back(day('2026-06-09')))).toBe('day-past');
  });

  it('is put down once, and is not what nobody found', () => {
    expect(refused([open, find()], find())).toBe('finding-known');
    expect(refused([open], assign())).toBe('finding-unknown');
    expect(refused([open, find()], accept)).toBe('finding-not-so');
  });
});

describe('a re-inspection', () => {
  it('takes over what is open, with its remedy and day; the earlier one is closed by it', () => {
    const earlier = state(
      open,
      find('a'),
      find('b'),
      assign('a'),
      assign('b'),
      did({ kind: 'close', findingId: 'b', reason: 'Thôi' }),
      conclude,
    );
    const handed = takeOver(earlier, { to: 'next', newId: () => 'a2' });
    expect(handed).toHaveLength(1);
    const after = handed.reduce((now, { earlier: act }) => applyToInspection(now, did(act)), earlier);
    expect(after.status).toBe('closed');
    const later = foldInspection({ ...planned, kind: 're-inspection' }, [open, ...handed.map((one) => did(one.later))]);
    expect(later.findings).toMatchObject([
      { id: 'a2', from: 'a', status: 'assigned', due: '2026-06-30', agencyId: 'u' },
    ]);
  });
});

it('whatever is done in whatever order: a closed inspection has nothing open, and a closed finding its grounds', () => {
  const act = fc.oneof(
    fc.constantFrom<InspectionAct>(open.act, conclude.act, accept.act, proof().act, proof(false).act),
    fc.constantFrom('f', 'g').map((id): InspectionAct => find(id).act),
    fc.constantFrom('f', 'g').map((id): InspectionAct => assign(id).act),
    fc
      .tuple(fc.constantFrom(null, 'Tại chỗ'), fc.constantFrom('f', 'g'))
      .map(([why, id]): InspectionAct => remedy(why, id).act),
    fc.constantFrom('f', 'g').map((findingId): InspectionAct => ({ kind: 'close', findingId, reason: 'Thôi' })),
    fc
      .constantFrom('f', 'g')
      .map((findingId): InspectionAct => ({ kind: 'return', findingId, reason: 'Thiếu', due: null })),
  );
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const log = acts.map((one) => did(one));
      let now = beginInspection(planned);
      const taken: InspectionAction[] = [];
      for (const action of log) {
        const why = refuseInspectionAct(now, action);
        const after = applyToInspection(now, action);
        if (why) expect(after).toBe(now);
        else taken.push(action);
        if (action.act.kind === 'accept' && !why) {
          const one = now.findings.find(({ id }) => id === 'f');
          expect((one?.proofs.length ?? 0) > 0 || one?.reported?.without).toBeTruthy();
        }
        now = after;
      }
      reached.add(now.status);
      if (now.status === 'closed') expect(isSettled(now.findings)).toBe(true);
      expect(foldInspection(planned, [...taken, ...taken])).toEqual(now);
    }),
    { numRuns: 300, seed: 5 },
  );
  expect([...reached].sort()).toEqual(['closed', 'concluded', 'open', 'planned']);
});

describe('the figures of a period', () => {
  const one = (id: string, agencyId: string, more: Partial<CountedInspection> = {}): CountedInspection => ({
    ...{ id, agencyId, kind: 'planned', status: 'planned', day: day('2026-03-10'), openedOn: null },
    ...{ components: [], findings: [], ...more },
  });
  const year = { from: day('2026-01-01'), to: day('2026-12-31') };

  it('of nothing are empty, which is not all', () => {
    expect(inspectionFigures([], year, today)).toEqual({
      units: { due: [], inspected: [], beside: [] },
      findings: { found: [], due: [], remedied: [], underWay: [], overdue: [] },
      components: [],
    });
  });

  it('count a unit once, leave out what was cancelled, and keep what was not planned beside', () => {
    const { units } = inspectionFigures(
      [
        one('1', 'a', { openedOn: day('2026-03-11'), status: 'open' }),
        one('2', 'a'),
        one('3', 'b', { status: 'cancelled' }),
        one('4', 'c'),
        one('5', 'd', { kind: 'unannounced', openedOn: day('2026-04-01'), status: 'open' }),
        one('6', 'e', { day: day('2025-12-31') }),
      ],
      year,
      today,
    );
    expect(units).toEqual({ due: ['a', 'c'], inspected: ['a'], beside: ['d'] });
  });

  it('count remedies by their day, and what was carried over where it stands now', () => {
    const component = { index: 'PAPI', code: '2.10' };
    const finding = (
      id: string,
      status: 'closed' | 'carried' | 'reported' | 'assigned',
      due: string,
      closedOn?: string,
    ) => ({
      ...{ id, status, component, agencyId: 'a', due: day(due), closedOn: closedOn ? day(closedOn) : null },
    });
    const opened = { openedOn: day('2026-03-11'), status: 'concluded' as const };
    const { findings, components } = inspectionFigures(
      [
        one('1', 'a', {
          ...opened,
          components: [component, { index: 'PAPI', code: '2.9' }],
          findings: [
            finding('x', 'closed', '2026-04-01', '2026-04-02'),
            finding('y', 'carried', '2026-04-01', '2026-05-01'),
            finding('z', 'reported', '2026-06-09'),
            finding('later', 'assigned', '2027-01-05'),
          ],
        }),
        one('2', 'a', { ...opened, openedOn: day('2026-05-01'), findings: [finding('y2', 'assigned', '2026-06-10')] }),
      ],
      year,
      today,
    );
    expect(findings).toEqual({
      ...{ found: ['x', 'z', 'later', 'y2'], due: ['x', 'z', 'y2'], remedied: ['x'], underWay: ['z'], overdue: ['z'] },
    });
    expect(components.map(({ code, inspections, due }) => [code, inspections, due])).toEqual([
      ['2.9', ['1'], []],
      ['2.10', ['1'], ['x', 'z', 'y2']],
    ]);
  });
});
