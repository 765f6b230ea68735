import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIssue, type ExistingItem, type ItemChange } from './compare.ts';
import { fanOut } from './fan-out.ts';
import type { ConfirmedPlan } from './items.ts';
import { chooseOwedFrom, type OwedFrom } from './owed-from.ts';
import { previewIssue } from './preview.ts';
import { applyIssue, by, communes, day, plan, quarterly, task } from './testing.ts';
import { base, occurrences, plans, settle, toCommunes } from './testing-plans.ts';

const wanted = fanOut(
  plan({ tasks: [task('t1', { implement: ['UBND các xã, phường'], schedule: quarterly })] }),
  2026,
  by,
);
const today = day('2026-06-20');

const changesOf = (existing: readonly ExistingItem[], confirmed: ConfirmedPlan, from: OwedFrom) =>
  compareIssue(existing, fanOut(confirmed, 2026, by), from);
const preview = (existing: readonly ExistingItem[], confirmed: ConfirmedPlan, owedFrom: OwedFrom) =>
  previewIssue(fanOut(confirmed, 2026, by), changesOf(existing, confirmed, owedFrom), { today, owedFrom });
const issuedFrom = (from: OwedFrom, confirmed: ConfirmedPlan, existing: readonly ExistingItem[] = []) =>
  applyIssue(existing, changesOf(existing, confirmed, from));

describe('from which day a plan is owed', () => {
  it('is today the first time where some of it is past, else all of its year', () => {
    expect(chooseOwedFrom(wanted, { last: undefined, today })).toBe(today);
    expect(chooseOwedFrom(wanted, { last: undefined, today: day('2026-03-13') })).toBeNull();
  });

  it('is the day it was issued with before, also where that was all the year', () => {
    expect(chooseOwedFrom(wanted, { last: { owedFrom: day('2026-04-01') }, today })).toBe('2026-04-01');
    expect(chooseOwedFrom(wanted, { last: { owedFrom: null }, today })).toBeNull();
  });

  it('is what is asked for before anything else', () => {
    const last = { owedFrom: day('2026-04-01') };
    expect(chooseOwedFrom(wanted, { asked: day('2026-05-01'), last, today })).toBe('2026-05-01');
    expect(chooseOwedFrom(wanted, { asked: 'all', last, today })).toBeNull();
  });

  it('is all the year where what is past is owed by nobody', () => {
    const nobody = fanOut(plan({ tasks: [task('t1', { implement: ['?'], schedule: quarterly })] }), 2026, by);
    expect(chooseOwedFrom(nobody, { last: undefined, today })).toBeNull();
  });
});

describe('issuing from a day on', () => {
  it('leaves out what was over before, and says what and how much', () => {
    const shown = preview([], base, today);
    expect(shown).toMatchObject({
      ...{ owedFrom: today, past: 6, occurrences: { create: 7 }, assignments: { create: 5 } },
      leftOut: [{ kind: 'task', key: 't1', occurrences: 6, days: [{ due: '2026-03-13' }, { due: '2026-06-12' }] }],
    });
    expect(shown.agencies).toContainEqual(expect.objectContaining({ agencyId: 'tan-lap', occurrences: 2 }));
    expect(occurrences(issuedFrom(today, base)).map(({ key }) => key)).toEqual(['2026-09-14', '2026-12-14']);
  });

  it('counts what would be late at once also where all the year is owed, and no more once it is there', () => {
    expect(preview([], base, null)).toMatchObject({ past: 6, leftOut: [], occurrences: { create: 13 } });
    expect(preview(issuedFrom(null, base), base, today)).toMatchObject({
      past: 0,
      leftOut: [],
      occurrences: { keep: 13 },
    });
  });

  it('owes what is due on that very day, and what still waits for its event', () => {
    const event = { kind: 'event', event: 'Khi có hướng dẫn' } as const;
    const tasks = [task('t1', toCommunes), task('t2', { lead: ['Sở Nội vụ'], schedule: event })];
    const existing = issuedFrom(day('2026-06-12'), plan({ tasks }));
    expect(occurrences(existing).map(({ key }) => key)).toContain('2026-06-12');
    expect(occurrences(existing, 'noi-vu')).toHaveLength(1);
  });

  it('gives back with an agency what it had, and nothing it never had', () => {
    const alone = plan({ tasks: [task('t1', { ...toCommunes, implement: ['UBND xã Tân Lập'] })] });
    const dropped = issuedFrom(today, alone, issuedFrom(null, base));
    const back = issuedFrom(today, base, dropped);
    expect(occurrences(back, 'an-phu').filter(({ status }) => status === 'open')).toHaveLength(4);
    const fresh = issuedFrom(today, base, issuedFrom(today, alone));
    expect(occurrences(fresh, 'an-phu')).toHaveLength(2);
  });
});

const days = fc.constantFrom<OwedFrom>(
  ...[null, day('2026-01-01'), day('2026-03-13'), day('2026-03-14'), day('2026-06-12'), day('2026-09-15')],
  ...[day('2026-12-14'), day('2026-12-31'), day('2027-01-01')],
);
const isEarlier = (a: OwedFrom, b: OwedFrom) => b !== null && (a === null || a < b);
const namesOf = (existing: readonly ExistingItem[]) =>
  existing.flatMap((item) => item.assignments.flatMap((one) => one.occurrences.map(({ id }) => id))).sort();
const nothing = { create: 0, change: 0, withdraw: 0 };

describe('any plan from any day on', () => {
  it('owes what all the year owes and is not over before, and issuing it again changes nothing', () => {
    fc.assert(
      fc.property(plans, days, (one, from) => {
        const existing = issuedFrom(from, one);
        const all = issuedFrom(null, one).flatMap((item) => item.assignments.flatMap((each) => each.occurrences));
        const meant = all.filter(({ due }) => from === null || due === null || due >= from);
        expect(namesOf(existing)).toEqual(meant.map(({ id }) => id).sort());
        const again = preview(existing, one, from);
        expect([again.items, again.assignments, again.occurrences]).toMatchObject([nothing, nothing, nothing]);
        expect(again.leftOut.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(all.length - meant.length);
      }),
    );
  });

  it('given an earlier day adds exactly what was left out; a later one leaves what there is alone', () => {
    fc.assert(
      fc.property(plans, days, days, (one, first, second) => {
        const before = issuedFrom(first, one);
        const after = issuedFrom(second, one, before);
        const earliest = isEarlier(second, first) ? second : first;
        expect(namesOf(after)).toEqual(namesOf(issuedFrom(earliest, one)));
        if (!isEarlier(second, first)) expect(after).toEqual(before);
        const { occurrences } = preview(before, one, second);
        const added = namesOf(after).length - namesOf(before).length;
        expect(occurrences).toMatchObject({ ...nothing, create: added });
      }),
    );
  });

  it('takes back and moves the same, whatever the day', () => {
    const touching = (changes: readonly ItemChange[]) =>
      changes.map(({ assignments, ...item }) => ({
        ...item,
        assignments: assignments.map((one) => ({
          ...one,
          occurrences: one.occurrences.filter(({ what }) => what !== 'create' && what !== 'leave-out'),
        })),
      }));
    fc.assert(
      fc.property(fc.array(fc.tuple(plans, days), { maxLength: 2 }), plans, days, (before, last, from) => {
        const existing = before.reduce<ExistingItem[]>((sofar, [next, on]) => issuedFrom(on, next, sofar), []);
        expect(touching(changesOf(existing, last, from))).toEqual(touching(changesOf(existing, last, null)));
      }),
    );
  });

  it('loses nothing that was done, whatever days it is issued again from', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plans, days), { maxLength: 3 }), (later) => {
        const done = settle(issuedFrom(null, base), '2026-03-13', 'done');
        const existing = later.reduce<ExistingItem[]>((sofar, [next, from]) => issuedFrom(from, next, sofar), done);
        for (const id of communes) {
          expect(occurrences(existing, id).filter(({ status }) => status === 'done')).toHaveLength(1);
        }
      }),
    );
  });
});
