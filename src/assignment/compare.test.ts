import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIssue, type ExistingItem, type ItemChange } from './compare.ts';
import { fanOut } from './fan-out.ts';
import type { ConfirmedPlan } from './items.ts';
import { previewIssue } from './preview.ts';
import { applyIssue, by, communes, day, plan, quarterly, task } from './testing.ts';
import { base, occurrences, plans, settle, toCommunes } from './testing-plans.ts';

const issue = (existing: readonly ExistingItem[], confirmed: ConfirmedPlan): ItemChange[] =>
  compareIssue(existing, fanOut(confirmed, 2026, by), null);
const issued = (...plans: ConfirmedPlan[]) =>
  plans.reduce<ExistingItem[]>((existing, next) => applyIssue(existing, issue(existing, next)), []);
const preview = (existing: readonly ExistingItem[], confirmed: ConfirmedPlan) =>
  previewIssue(fanOut(confirmed, 2026, by), issue(existing, confirmed), { today: day('2026-06-20'), owedFrom: null });

describe('issuing', () => {
  it('makes all of it the first time', () => {
    expect(preview([], base)).toMatchObject({
      items: { create: 2, keep: 0, change: 0, withdraw: 0 },
      assignments: { create: 5, keep: 0, change: 0, withdraw: 0 },
      occurrences: { create: 13, keep: 0, change: 0, withdraw: 0 },
      roles: { lead: 2, implement: 3, cooperate: 0, monitor: 0 },
    });
  });

  it('changes nothing the second time', () => {
    expect(preview(issued(base), base)).toMatchObject({
      items: { create: 0, keep: 2, change: 0, withdraw: 0 },
      assignments: { create: 0, keep: 5, change: 0, withdraw: 0 },
      occurrences: { create: 0, keep: 13, change: 0, withdraw: 0 },
    });
  });

  it('keeps assignments and days where only the text was amended', () => {
    const amended = plan({
      tasks: [task('t1', { ...toCommunes, text: 'Sửa' }), task('t2', { lead: ['Sở Tài chính'] })],
    });
    expect(preview(issued(base), amended)).toMatchObject({
      items: { keep: 1, change: 1 },
      assignments: { create: 0, keep: 5, change: 0, withdraw: 0 },
      occurrences: { create: 0, keep: 13, change: 0, withdraw: 0 },
      changed: [{ key: 't1', fields: ['text'] }],
    });
  });

  it('does not call it a change when a task only stands elsewhere', () => {
    const turned = plan({ tasks: [...base.tasks].reverse() });
    expect(preview(issued(base), turned)).toMatchObject({ items: { keep: 2, change: 0 }, changed: [] });
  });

  it('closes the assignment of an agency that was dropped, and leaves the others alone', () => {
    const amended = plan({ tasks: [task('t1', { ...toCommunes, implement: ['UBND xã Tân Lập'] })] });
    const changes = issue(issued(base), amended);
    expect(changes[0]?.assignments.map(({ what, assignment }) => `${what} ${assignment.agencyId}`)).toEqual([
      'keep noi-vu',
      'change tan-lap',
      'supersede an-phu',
      'supersede hoa-binh',
    ]);
    expect(changes[1]).toMatchObject({ what: 'withdraw', item: { key: 't2' }, assignments: [{ what: 'supersede' }] });
  });

  it('gives an agency that was dropped and is named again its assignment back', () => {
    const dropped = plan({ tasks: [task('t1', { ...toCommunes, implement: ['UBND xã Tân Lập'] })] });
    const existing = issued(base, dropped, base);
    expect(existing.flatMap((item) => item.assignments).filter(({ closed }) => closed !== null)).toEqual([]);
    expect(occurrences(existing, 'an-phu').map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open']);
    expect(existing.flatMap((item) => item.assignments)).toHaveLength(5);
  });

  it('changes the days that are open where the schedule was amended; what was done stays done', () => {
    const schedule = { kind: 'deadline', by: '2026-06-12' } as const;
    const amended = plan({ tasks: [task('t1', { ...toCommunes, schedule })] });
    const existing = applyIssue(
      settle(issued(base), '2026-03-13', 'done'),
      issue(settle(issued(base), '2026-03-13', 'done'), amended),
    );
    expect(occurrences(existing).map(({ key, status }) => [key, status])).toEqual([
      ['2026-06-12', 'open'],
      ['2026-03-13', 'done'],
      ['2026-09-14', 'superseded'],
      ['2026-12-14', 'superseded'],
    ]);
  });

  it('opens days again that come back with a later amendment', () => {
    const yearly = plan({ tasks: [task('t1', { ...toCommunes, schedule: { kind: 'deadline', by: '2026-06-12' } })] });
    const existing = issued(base, yearly, base);
    expect(occurrences(existing).map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open']);
  });

  it('passes the debt on where implementers are named later: who led owes no more', () => {
    const before = plan({ tasks: [task('t1', { lead: ['Sở Nội vụ'], schedule: quarterly })] });
    const existing = issued(before, base);
    expect(occurrences(existing, 'noi-vu').map(({ status }) => status)).toEqual(Array(4).fill('superseded'));
    expect(occurrences(existing).map(({ status }) => status)).toEqual(Array(4).fill('open'));
  });

  it('moves a day that is reckoned otherwise now, unless a person has given it another', () => {
    const late = (dueByPerson: boolean) =>
      issued(base).map((item) => ({
        ...item,
        assignments: item.assignments.map((one) => ({
          ...one,
          occurrences: one.occurrences.map((each) => ({ ...each, due: day('2026-03-01'), dueByPerson })),
        })),
      }));
    expect(preview(late(false), base).occurrences).toMatchObject({ change: 13, keep: 0 });
    expect(preview(late(true), base).occurrences).toMatchObject({ change: 0, keep: 13 });
  });

  it('does not give out again what a person cancelled', () => {
    const existing = issued(base).map((item) => ({
      ...item,
      assignments: item.assignments.map((one) => ({ ...one, closed: 'cancelled' as const })),
    }));
    expect(preview(existing, base).assignments).toEqual({ create: 0, keep: 5, change: 0, withdraw: 0 });
    expect(issue(settle(issued(base), '2026-03-13', 'cancelled'), base).flatMap(whats)).not.toContain('revive');
  });
});

const whats = (change: ItemChange) => change.assignments.flatMap((one) => one.occurrences.map(({ what }) => what));

describe('the preview', () => {
  it('counts roles and days of each agency', () => {
    expect(preview([], base).agencies).toContainEqual({
      ...{ agencyId: 'tan-lap', occurrences: 4, lead: 0, implement: 1, cooperate: 0, monitor: 0 },
    });
  });

  it('lists names that wait without being stopped by them, and what nobody would owe', () => {
    const tasks = [
      task('t1', { implement: ['Phòn Kinh tế'], cooperate: ['Phòn Kinh tế'] }),
      task('t2', { cooperate: ['Sở Nội vụ'] }),
    ];
    const shown = preview([], plan({ tasks }));
    expect(shown.unresolved).toEqual([{ printed: 'Phòn Kinh tế', roles: ['implement', 'cooperate'], items: 1 }]);
    expect(shown.nobody.map(({ key, why }) => [key, why])).toEqual([
      ['t1', 'unresolved'],
      ['t2', 'no-agency'],
    ]);
    expect(shown.items.create).toBe(2);
  });

  it('warns of a monitor that does the work itself, and counts what asks', () => {
    const tasks = [task('t1', { implement: ['Sở Nội vụ', 'Ủy ban MTTQ tỉnh'], monitor: ['Sở Nội vụ'] })];
    expect(preview([], plan({ tasks }))).toMatchObject({
      selfMonitored: [{ key: 't1', agencyId: 'noi-vu' }],
      requests: 1,
      assumed: [{ key: 't1', flags: ['no-time-stated'] }],
    });
  });
});

describe('any plan after any others', () => {
  it('comes to what it asks for, and issuing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(plans, { maxLength: 3 }), plans, (before, last) => {
        const existing = issued(...before, last);
        const wanted = fanOut(last, 2026, by).items.flatMap(({ key, owed, assignments }) =>
          assignments.map(({ role, agencyId, owes }) => `${key} ${role} ${agencyId} ${owes ? owed.length : 0}`),
        );
        const open = existing.flatMap(({ key, assignments }) =>
          assignments
            .filter(({ closed }) => closed === null)
            .map(
              (one) =>
                `${key} ${one.role} ${one.agencyId} ${one.occurrences.filter(({ status }) => status === 'open').length}`,
            ),
        );
        expect(open.sort()).toEqual(wanted.sort());
        const again = preview(existing, last);
        for (const { create, change, withdraw } of [again.items, again.assignments, again.occurrences]) {
          expect({ create, change, withdraw }).toEqual({ create: 0, change: 0, withdraw: 0 });
        }
      }),
    );
  });

  it('loses nothing that was done', () => {
    fc.assert(
      fc.property(fc.array(plans, { maxLength: 3 }), (later) => {
        const done = settle(issued(base), '2026-03-13', 'done');
        const existing = later.reduce<ExistingItem[]>((sofar, next) => applyIssue(sofar, issue(sofar, next)), done);
        for (const id of communes) {
          expect(occurrences(existing, id).filter(({ status }) => status === 'done')).toHaveLength(1);
        }
      }),
    );
  });
});
