import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { foldActions, foldAssignment, type Issued } from './fold.ts';
import type { Act, Action, AssignmentState, OccurrenceState } from './model.ts';

const day = (text: string) => text as PlainDate;
const today = day('2026-06-10');
const issued: Issued = {
  assignment: { agencyId: 'xa' },
  occurrences: [
    { id: 'q1', due: day('2026-03-13') },
    { id: 'q2', due: day('2026-06-12') },
    { id: 'event', due: null },
  ],
};

let made = 0;
const action = (act: Act, occurrenceId: string | null = 'q1'): Action => ({
  id: `a${++made}`,
  occurrenceId,
  day: today,
  act,
});
const complete = (on = '2026-03-10'): Act => ({
  kind: 'complete',
  on: day(on),
  note: null,
  serves: [],
  servedBy: null,
});
const one = (state: AssignmentState, id = 'q1') => state.occurrences.find((occurrence) => occurrence.id === id);
const stateAfter = (...actions: Action[]) => foldAssignment(issued, actions);

describe('an assignment', () => {
  it('begins with what is owed: open where there is a day, waiting where an event has none', () => {
    expect(stateAfter().occurrences.map(({ status }) => status)).toEqual(['open', 'open', 'waiting']);
  });

  it('is done on the day that was said, and returned with the progress that was reported before', () => {
    const progress = action({ kind: 'progress', percent: 40, note: null });
    const done = action(complete());
    expect(one(stateAfter(progress, done))).toMatchObject({ status: 'done', percent: 100, completedOn: '2026-03-10' });
    const back = action({ kind: 'return', reason: 'Thiếu danh sách', due: day('2026-06-20') });
    expect(one(stateAfter(progress, done, back))).toMatchObject({
      ...{ status: 'returned', percent: 40, completedOn: null, returned: 'Thiếu danh sách', due: '2026-06-20' },
    });
  });

  it('takes progress, evidence and completion of an event only when it has a day', () => {
    const early = action(complete(), 'event');
    const dated = action({ kind: 'date', due: day('2026-07-01') }, 'event');
    expect(one(stateAfter(early, dated), 'event')).toMatchObject({ status: 'open', due: '2026-07-01' });
    expect(one(stateAfter(dated, action(complete(), 'event')), 'event')).toMatchObject({ status: 'done' });
  });

  it('goes over to another agency with what is open; what is settled stays with who did it', () => {
    const state = stateAfter(
      action(complete()),
      action({ kind: 'reassign', agencyId: 'phuong', reason: 'Sáp nhập' }, null),
    );
    expect(state.agencyId).toBe('phuong');
    expect(state.occurrences.map(({ agencyId }) => agencyId)).toEqual(['xa', 'phuong', 'phuong']);
  });

  it('leaves with a third agency what that one took over alone', () => {
    const third = action({ kind: 'reassign', agencyId: 'so', reason: 'Giúp' }, 'q2');
    const whole = action({ kind: 'reassign', agencyId: 'phuong', reason: 'Sáp nhập' }, null);
    expect(stateAfter(third, whole).occurrences.map(({ agencyId }) => agencyId)).toEqual(['phuong', 'so', 'phuong']);
  });

  it('tells where work goes to people: a division, a person, until another agency takes it over', () => {
    const handed = action({ kind: 'hand-on', divisionId: 'phong', officerId: 'mai', note: null }, null);
    expect(stateAfter(handed)).toMatchObject({ divisionId: 'phong', officerId: 'mai' });
    const moved = action({ kind: 'reassign', agencyId: 'phuong', reason: 'Sáp nhập' }, null);
    expect(stateAfter(handed, moved)).toMatchObject({ divisionId: null, officerId: null, accepted: false });
  });
});

describe('undo', () => {
  const done = action(complete());
  const undo = action({ kind: 'undo', of: done.id }, null);
  const redo = action({ kind: 'undo', of: undo.id }, null);

  it('takes an action back, and an undo of the undo gives it again', () => {
    expect(one(stateAfter(done, undo))).toMatchObject({ status: 'open', completedOn: null });
    expect(one(stateAfter(done, undo, redo))).toMatchObject({ status: 'done' });
  });

  it('leaves without effect what rested on what was undone, until it is there again', () => {
    const back = action({ kind: 'return', reason: 'Thiếu', due: null });
    expect(one(stateAfter(done, back, undo))).toMatchObject({ status: 'open', returned: null });
    expect(one(stateAfter(done, back, undo, redo))).toMatchObject({ status: 'returned' });
  });

  it('opens a cancelled assignment again', () => {
    const cancel = action({ kind: 'cancel', reason: 'Không còn phù hợp' }, null);
    const back = action({ kind: 'undo', of: cancel.id }, null);
    expect(stateAfter(cancel, back)).toEqual(stateAfter());
  });

  it('undoes nothing that is to come, is not there, or is undone already', () => {
    const { refused } = foldActions(issued, [undo, done, { ...undo, id: 'u2' }, { ...undo, id: 'u3' }]);
    expect([...refused]).toEqual([
      [undo.id, 'nothing-to-undo'],
      ['u3', 'nothing-to-undo'],
    ]);
  });
});

describe('an action the rules refuse', () => {
  it.each<[string, Action[], string]>([
    ['completion on a day to come', [action(complete('2026-06-11'))], 'day-in-the-future'],
    ['completion of the whole', [action(complete(), null)], 'one-only'],
    ['acceptance of one day', [action({ kind: 'accept' })], 'whole-only'],
    ['acceptance twice', [action({ kind: 'accept' }, null), action({ kind: 'accept' }, null)], 'already-accepted'],
    ['a return of what is not done', [action({ kind: 'return', reason: 'x', due: null })], 'not-in-this-state'],
    ['completion twice', [action(complete()), action(complete())], 'not-in-this-state'],
    [
      'a return without a reason',
      [action(complete()), action({ kind: 'return', reason: ' ', due: null })],
      'reason-missing',
    ],
    [
      'an extension to an earlier day',
      [action({ kind: 'extend', due: day('2026-03-13'), reason: 'x', grantedBy: 'y' })],
      'due-not-later',
    ],
    [
      'asking for an earlier day',
      [action({ kind: 'ask-extension', due: day('2026-03-13'), reason: 'x' })],
      'due-not-later',
    ],
    [
      'asking without a reason',
      [action({ kind: 'ask-extension', due: day('2026-06-20'), reason: ' ' })],
      'reason-missing',
    ],
    [
      'asking for all days at once',
      [action({ kind: 'ask-extension', due: day('2026-06-20'), reason: 'x' }, null)],
      'one-only',
    ],
    [
      'asking twice',
      [
        action({ kind: 'ask-extension', due: day('2026-06-20'), reason: 'x' }),
        action({ kind: 'ask-extension', due: day('2026-06-22'), reason: 'x' }),
      ],
      'already-asked',
    ],
    [
      'asking about what is done',
      [action(complete()), action({ kind: 'ask-extension', due: day('2026-06-20'), reason: 'x' })],
      'not-in-this-state',
    ],
    ['declining what nobody asked', [action({ kind: 'decline', reason: 'x' })], 'nothing-asked'],
    ['more than all', [action({ kind: 'progress', percent: 101, note: null })], 'percent-out-of-range'],
    ['a part of a percent', [action({ kind: 'progress', percent: 1.5, note: null })], 'percent-out-of-range'],
    ['a move to who has it', [action({ kind: 'reassign', agencyId: 'xa', reason: 'x' }, null)], 'same-agency'],
    ['one move to who has it', [action({ kind: 'reassign', agencyId: 'xa', reason: 'x' })], 'same-agency'],
    ['a day nobody owes', [action({ kind: 'date', due: today }, 'none')], 'no-such-occurrence'],
    ['a second date of an event', [action({ kind: 'date', due: today })], 'not-in-this-state'],
    [
      'work on what was cancelled',
      [action({ kind: 'cancel', reason: 'x' }, null), action({ kind: 'progress', percent: 1, note: null })],
      'closed',
    ],
  ])('%s changes nothing and says why', (_what, actions, why) => {
    const folded = foldActions(issued, actions);
    expect(folded.refused.get(actions.at(-1)?.id ?? '')).toBe(why);
    expect(folded.state).toEqual(foldAssignment(issued, actions.slice(0, -1)));
  });
});

const days = fc.constantFrom(...['2026-01-05', '2026-03-13', '2026-06-10', '2026-06-11', '2027-01-01'].map(day));
const words = fc.constantFrom('', ' ', 'Vì bão');
const agencies = fc.constantFrom('xa', 'phuong', 'so');
const ids = fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9');
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ kind: 'accept' }),
  fc.record({
    kind: fc.constant('hand-on' as const),
    divisionId: fc.option(agencies),
    officerId: fc.option(ids),
    note: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    percent: fc.integer({ min: -1, max: 101 }),
    note: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('evidence' as const), what: words, address: fc.constant(null) }),
  fc.record({
    kind: fc.constant('complete' as const),
    on: days,
    note: fc.constant(null),
    serves: fc.subarray(['x', 'y']),
    servedBy: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('return' as const), reason: words, due: fc.option(days) }),
  fc.record({ kind: fc.constant('extend' as const), due: days, reason: words, grantedBy: words }),
  fc.record({ kind: fc.constant('ask-extension' as const), due: days, reason: words }),
  fc.record({ kind: fc.constant('decline' as const), reason: words }),
  fc.record({ kind: fc.constant('date' as const), due: days }),
  fc.record({ kind: fc.constant('move' as const), due: days, why: words }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'supersede' as const), reason: words }),
  fc.record({ kind: fc.constant('reassign' as const), agencyId: agencies, reason: words }),
  fc.record({ kind: fc.constant('undo' as const), of: ids }),
);
const lists = fc.array(
  fc.record({ id: ids, occurrenceId: fc.option(fc.constantFrom('q1', 'q2', 'event', 'none')), day: days, act: acts }),
  { maxLength: 30 },
);
/** Fewer repetitions of ids, so that long histories come about. */
const histories = fc.oneof(
  lists,
  lists.map((list) => list.map((one, i) => ({ ...one, id: `i${i}` }))),
);

const live = ['open', 'in-progress', 'returned'];

/** What may never be, said without looking at the rules. */
function assertLawful(state: AssignmentState): void {
  expect(state.occurrences.map(({ id }) => id)).toEqual(['q1', 'q2', 'event']);
  for (const one of state.occurrences) assertLawfulOccurrence(one);
  if (state.closed)
    expect(state.occurrences.filter(({ status }) => live.includes(status) || status === 'waiting')).toEqual([]);
}

function assertLawfulOccurrence(one: OccurrenceState): void {
  expect(one.completedOn !== null).toBe(one.status === 'done');
  if (one.status === 'done') expect(one).toMatchObject({ percent: 100, returned: null });
  else expect(one.serves).toEqual([]);
  if (live.includes(one.status)) expect(one.due).not.toBeNull();
  if (one.status === 'waiting') expect(one.due).toBeNull();
  if (one.status === 'returned') expect(one.returned?.trim()).not.toBe('');
  expect(Number.isInteger(one.percent) && one.percent >= 0 && one.percent <= 100).toBe(true);
  expect(one.evidence).toBeGreaterThanOrEqual(0);
  assertLawfulAsking(one);
}

/** Only what is open can be asked about, for a later day and with a reason; what is asked is not answered yet. */
function assertLawfulAsking({ asked, declined, status, due }: OccurrenceState): void {
  if (asked) {
    expect(live).toContain(status);
    expect(asked.due > (due ?? '')).toBe(true);
    expect(asked.reason.trim()).not.toBe('');
    expect(declined).toBeNull();
  }
  if (declined !== null) {
    expect(live).toContain(status);
    expect(declined.trim()).not.toBe('');
  }
}

describe('any list of actions', () => {
  it('ends in a state the rules allow', () => {
    fc.assert(fc.property(histories, (actions) => assertLawful(foldAssignment(issued, actions))));
  });

  it('passes only through such states, and what is settled stays with who did it unless it is undone or returned', () => {
    const reopens = ['undo', 'return'];
    fc.assert(
      fc.property(histories, (actions) => {
        for (let n = 1; n <= actions.length; n++) {
          const before = foldAssignment(issued, actions.slice(0, n - 1));
          const state = foldAssignment(issued, actions.slice(0, n));
          assertLawful(state);
          if (reopens.includes(actions[n - 1]?.act.kind ?? '')) continue;
          before.occurrences.forEach((was, i) => {
            if (!live.includes(was.status) && was.status !== 'waiting') {
              expect(state.occurrences[i]).toMatchObject({ agencyId: was.agencyId, status: was.status, due: was.due });
            }
          });
        }
      }),
    );
  });

  it('gives the same sent one by one, refusals dropped, as all at once', () => {
    fc.assert(
      fc.property(histories, (actions) => {
        const kept: Action[] = [];
        for (const next of actions) {
          if (kept.some(({ id }) => id === next.id)) continue;
          const { refused, taken } = foldActions(issued, [...kept, next]);
          expect(taken.length).toBe(kept.length + (refused.has(next.id) ? 0 : 1));
          if (!refused.has(next.id)) kept.push(next);
        }
        expect(foldAssignment(issued, kept)).toEqual(foldAssignment(issued, actions));
      }),
    );
  });

  it('is undone by undoing the last action, and redone by undoing that', () => {
    fc.assert(
      fc.property(histories, acts, (actions, act) => {
        const last: Action = { id: 'last', occurrenceId: 'q1', day: today, act };
        fc.pre(act.kind !== 'undo' && !foldActions(issued, [...actions, last]).refused.has('last'));
        const undo: Action = { id: 'undo', occurrenceId: null, day: today, act: { kind: 'undo', of: 'last' } };
        const redo: Action = { id: 'redo', occurrenceId: null, day: today, act: { kind: 'undo', of: 'undo' } };
        expect(foldAssignment(issued, [...actions, last, undo])).toEqual(foldAssignment(issued, actions));
        expect(foldAssignment(issued, [...actions, last, undo, redo])).toEqual(
          foldAssignment(issued, [...actions, last]),
        );
      }),
    );
  });

  it('survives being written as JSON and read again', () => {
    fc.assert(
      fc.property(histories, (actions) => {
        const copy = JSON.parse(JSON.stringify(actions)) as Action[];
        expect(foldAssignment(issued, copy)).toEqual(foldAssignment(issued, actions));
      }),
    );
  });
});

describe('the browser', () => {
  it('folds to the same state with the code the web app is built from', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: join(import.meta.dirname, 'fold.ts'), formats: ['es'], fileName: 'fold' },
      },
    });
    const [output] = Array.isArray(built) ? built : [built];
    const code = output && 'output' in output ? output.output[0].code : '';
    const browser: { foldAssignment: typeof foldAssignment } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    );
    fc.assert(
      fc.property(histories, (actions) => {
        expect(browser.foldAssignment(issued, actions)).toEqual(foldAssignment(issued, actions));
      }),
    );
  });

  it('finds nothing of Node in the fold and its rules', () => {
    for (const file of ['fold.ts', 'rules.ts', 'model.ts', 'difficulty.ts']) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      expect(text).not.toMatch(/from 'node:|process\.|Buffer|require\(/);
    }
  });
});
