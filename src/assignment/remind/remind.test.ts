import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/days.ts';
import { defaultSettings } from '../../calendar/model.ts';
import { buildCalendar } from '../../calendar/work-calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import { type Matter, type Pending, type Person, type Reminder, reminderKey, type StepDays } from './model.ts';
import { remind } from './remind.ts';

const day = (text: string): PlainDate => text as PlainDate;
const calendar = buildCalendar();
const usual: StepDays = defaultSettings;

const holds = (officerId: string, role: Role, ...agencies: string[]): Person => ({
  officerId,
  roles: [{ role, agencies: agencies.length === 0 ? 'all' : agencies }],
});
const people = [
  holds('an', 'officer', 'tan-lap'),
  holds('hoa', 'head', 'tan-lap'),
  holds('mai', 'focal'),
  holds('lan', 'monitor'),
  holds('head-of-an-phu', 'head', 'an-phu'),
];

/** Due on Friday 13 March 2026. */
const report = {
  ...{ occurrenceId: 'report', agencyId: 'tan-lap', officerId: null, due: day('2026-03-13'), request: false },
};

/** Who is told what on each day of a stretch, as the product does it day after day. */
function run(
  from: string,
  to: string,
  pending: (today: PlainDate) => readonly Pending[],
  who = people,
  days: StepDays = usual,
) {
  const sent = new Set<string>();
  const said: string[] = [];
  for (let today = day(from); today <= to; today = addDays(today, 1)) {
    const digests = remind({
      today,
      calendar,
      days,
      pending: pending(today),
      people: who,
      sent,
      told: new Set(),
      news: [],
    });
    for (const { officerId, reminders } of digests)
      for (const reminder of reminders) {
        said.push(`${today} ${officerId} ${reminder.step}`);
        sent.add(reminderKey(reminder));
      }
  }
  return said;
}

describe('reminders', () => {
  it('come 7, 3 and 1 days before, then once when it is overdue, then to the head, then to the focal office', () => {
    expect(run('2026-03-01', '2026-04-30', () => [report])).toEqual([
      '2026-03-06 an seven',
      '2026-03-10 an three',
      '2026-03-12 an one',
      '2026-03-16 an overdue',
      '2026-03-18 hoa head',
      '2026-03-24 mai focal',
    ]);
  });

  it('come on the days a tenant has set, and tell of delay when it says', () => {
    const days = { remindFirst: 14, remindAgain: 7, remindLast: 2, headAfter: 1, focalAfter: 2 };
    expect(run('2026-02-01', '2026-04-30', () => [report], people, days)).toEqual([
      '2026-02-27 an seven',
      '2026-03-06 an three',
      '2026-03-11 an one',
      '2026-03-16 an overdue',
      '2026-03-16 hoa head',
      '2026-03-17 mai focal',
    ]);
  });

  it('that fall on a day off come on the working day before it', () => {
    // Due on Monday 16 March: one day before is a Sunday, three days before a Friday.
    const monday = { ...report, due: day('2026-03-16') };
    expect(run('2026-03-01', '2026-03-16', () => [monday])).toEqual(['2026-03-09 an seven', '2026-03-13 an one']);
    // Tết 2026 is off from 14 to 22 February; what is due on the 24th is told on the 13th.
    const afterTet = { ...report, due: day('2026-02-24') };
    expect(run('2026-02-10', '2026-02-24', () => [afterTet])).toEqual(['2026-02-13 an three', '2026-02-23 an one']);
  });

  it('of work that is done stop', () => {
    expect(run('2026-03-01', '2026-04-30', (today) => (today < '2026-03-11' ? [report] : []))).toEqual([
      '2026-03-06 an seven',
      '2026-03-10 an three',
    ]);
  });

  it('start with the step that is reached where work is issued late', () => {
    expect(run('2026-03-11', '2026-03-13', () => [report])).toEqual(['2026-03-11 an three', '2026-03-12 an one']);
  });

  it('begin anew for the new day of an extension', () => {
    const pending = (today: PlainDate) => [{ ...report, due: day(today < '2026-03-12' ? '2026-03-13' : '2026-03-31') }];
    expect(run('2026-03-10', '2026-03-31', pending)).toEqual([
      '2026-03-10 an three',
      '2026-03-24 an seven',
      '2026-03-27 an three',
      '2026-03-30 an one',
    ]);
  });

  it('of a request (đề nghị) reach who is asked and are never escalated', () => {
    const said = run('2026-03-01', '2026-06-30', () => [{ ...report, request: true }]);
    expect(said.at(-1)).toBe('2026-03-16 an overdue');
  });

  it('of a concrete act come as those of its task, and end with the head of the unit that set the day', () => {
    const { occurrenceId: _, ...owed } = report;
    const act = { ...owed, assignmentId: 'task', concreteId: 'act' };
    const said = ['2026-03-06 an seven', '2026-03-10 an three', '2026-03-12 an one', '2026-03-16 an overdue'];
    expect(run('2026-03-01', '2026-06-30', () => [act])).toEqual([...said, '2026-03-18 hoa head']);
    expect(run('2026-03-01', '2026-06-30', () => [{ ...act, request: true }])).toEqual(said);
  });

  it('of what an inspection or a recommendation asks escalate as work does', () => {
    const { occurrenceId: _, ...owed } = report;
    for (const asks of ['finding', 'recommendation'] as const)
      expect(run('2026-03-01', '2026-04-30', () => [{ ...owed, remedyId: 'r', of: asks }])).toEqual(
        run('2026-03-01', '2026-04-30', () => [report]),
      );
  });

  it('of an act and of its task, or of acts with the same name under two tasks, stand in one digest and are told apart', () => {
    const { occurrenceId: _, ...owed } = report;
    const acts = ['task', 'other'].map((assignmentId) => ({ ...owed, assignmentId, concreteId: 'report' }));
    expect(run('2026-03-12', '2026-03-13', () => [report, ...acts])).toEqual(Array(3).fill('2026-03-12 an one'));
  });

  it('go to whom the unit handed it on to, as long as they work for it', () => {
    const others = [...people, holds('binh', 'officer', 'tan-lap')];
    const handed = (officerId: string) => [{ ...report, officerId }];
    expect(run('2026-03-12', '2026-03-12', () => handed('binh'), others)).toEqual(['2026-03-12 binh one']);
    expect(run('2026-03-12', '2026-03-12', () => handed('gone'), others)).toEqual([
      '2026-03-12 an one',
      '2026-03-12 binh one',
    ]);
  });

  it('go to the head of a unit that has no officer, and to nobody where it has neither', () => {
    expect(run('2026-03-12', '2026-03-12', () => [{ ...report, agencyId: 'an-phu' }])).toEqual([
      '2026-03-12 head-of-an-phu one',
    ]);
    expect(run('2026-03-12', '2026-03-12', () => [{ ...report, agencyId: 'hoa-binh' }])).toEqual([]);
  });

  it('reach the focal office of a unit without a head as soon as the time has come', () => {
    const said = run('2026-03-16', '2026-04-30', () => [{ ...report, agencyId: 'hoa-binh' }]);
    expect(said).toEqual(['2026-03-24 mai focal']);
  });

  it('tell the focal office a day after the head, however late the product starts', () => {
    expect(run('2026-04-13', '2026-04-30', () => [report])).toEqual([
      '2026-04-13 an overdue',
      '2026-04-13 hoa head',
      '2026-04-14 mai focal',
    ]);
  });

  it('are one digest for all a person owes', () => {
    const second = { ...report, occurrenceId: 'second' };
    const ask = {
      today: day('2026-03-12'),
      calendar,
      days: usual,
      people,
      sent: new Set<string>(),
      told: new Set<string>(),
      news: [],
    };
    const digests = remind({ ...ask, pending: [report, second] });
    expect(digests.map(({ officerId, reminders }) => [officerId, reminders.length])).toEqual([['an', 2]]);
    expect(remind({ ...ask, pending: [report, second], told: new Set(['an']) })).toEqual([]);
  });

  it('leave nobody without a letter who has news: with what is owed, or by itself, on a working day and once', () => {
    const ask = { calendar, days: usual, people, sent: new Set<string>(), pending: [report] };
    const who = (today: string, told: readonly string[] = []) =>
      remind({ ...ask, today: day(today), told: new Set(told), news: ['an', 'mai'] }).map(
        ({ officerId, reminders }) => `${officerId} ${reminders.length}`,
      );
    expect(who('2026-03-12')).toEqual(['an 1', 'mai 0']);
    expect(who('2026-03-12', ['mai'])).toEqual(['an 1']);
    expect(who('2026-03-14')).toEqual([]);
  });

  it('of nothing are none', () => {
    const ask = {
      today: day('2026-03-12'),
      calendar,
      days: usual,
      sent: new Set<string>(),
      told: new Set<string>(),
      news: [],
    };
    expect(remind({ ...ask, people, pending: [] })).toEqual([]);
    expect(remind({ ...ask, people: [], pending: [report] })).toEqual([]);
  });
});

describe('over any sequence of days and reruns', () => {
  const offset = fc.integer({ min: -15, max: 15 });
  const matter = fc.oneof(
    fc.record({ occurrenceId: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({ assignmentId: fc.constantFrom('a', 'b'), concreteId: fc.constantFrom('a', 'b') }),
  );
  const owed = fc.record({
    agencyId: fc.constantFrom('tan-lap', 'an-phu', 'hoa-binh'),
    officerId: fc.constantFrom(null, 'an', 'hoa'),
    due: offset.map((days) => addDays(day('2026-04-24'), days)),
    request: fc.boolean(),
  });
  const pendingWork = fc.tuple(matter, owed).map(([of, one]): Pending => ({ ...of, ...one }));
  const nameOf = (one: Matter) => {
    if ('remedyId' in one) return one.remedyId;
    return 'occurrenceId' in one ? one.occurrenceId : `${one.assignmentId} ${one.concreteId}`;
  };
  const onceEach = (list: Pending[]) => [...new Map(list.map((one) => [nameOf(one), one])).values()];
  const runs = fc.array(
    fc.record({
      ahead: fc.integer({ min: 0, max: 2 }),
      pending: fc.array(pendingWork, { minLength: 2, maxLength: 5 }).map(onceEach),
      staff: fc.oneof({ weight: 3, arbitrary: fc.constant(people) }, fc.subarray(people)),
    }),
    { minLength: 10, maxLength: 40, size: 'max' },
  );

  it('nobody gets the same reminder twice, nor more than one digest a day, nor one on a day off', () => {
    let told = 0;
    fc.assert(
      fc.property(runs, (sequence) => {
        const log: (Reminder & { today: PlainDate })[] = [];
        const digests = new Set<string>();
        let today = day('2026-04-10');
        for (const { ahead, pending, staff } of sequence) {
          today = addDays(today, ahead);
          const sent = new Set(log.map(reminderKey));
          const already = new Set(
            [...digests].filter((one) => one.endsWith(today)).map((one) => one.split(' ')[0] ?? ''),
          );
          for (const { officerId, reminders } of remind({
            days: usual,
            today,
            calendar,
            pending,
            people: staff,
            sent,
            told: already,
            news: [],
          })) {
            expect(calendar.isWorkingDay(today)).toBe(true);
            expect(digests).not.toContain(`${officerId} ${today}`);
            digests.add(`${officerId} ${today}`);
            for (const reminder of reminders) {
              expect(sent).not.toContain(reminderKey(reminder));
              expect(new Set(reminders.map(reminderKey)).size).toBe(reminders.length);
              const of = pending.find((one) => nameOf(one) === nameOf(reminder));
              if (of?.request) expect(['head', 'focal']).not.toContain(reminder.step);
              if (of && 'concreteId' in of) expect(reminder.step).not.toBe('focal');
              log.push({ ...reminder, today });
            }
          }
        }
        told += log.length;
      }),
      { numRuns: 300, seed: 4 },
    );
    expect(told).toBeGreaterThan(1_000);
  });
});
