import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { defaultSettings } from '../calendar/model.ts';
import type { CalendarEntry } from '../calendar/views.ts';
import { newId } from '../kernel/ids.ts';
import type { Problem } from '../kernel/problem.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { confirmed, day, issue, owedBy, type Province, province } from './assignment-testing.ts';
import { moveDays } from './calendar-moves.ts';
import { getCalendar, listCalendarHistory, owedUnder } from './calendar-settings.ts';
import { changeCalendar, previewCalendarChange } from './calendar-settings-change.ts';
import { foldCalendar } from './calendar-settings-fold.ts';
import { inTransaction } from './db.ts';
import { databaseForThisTest } from './testing.ts';

const today = day('2026-02-01');
const at = new Date('2026-02-01T03:00:00Z');
const dayOff = (on: string, reason = 'Mưa lũ'): CalendarEntry => ({
  kind: 'days',
  changes: [{ action: 'set', day: day(on), kind: 'holiday', name: 'Nghỉ tránh bão', reason }],
  reason,
});

describe('the calendar of a tenant', () => {
  let there: Province;
  beforeEach(async () => {
    there = await province((await databaseForThisTest()).db);
    const { db, actor } = there;
    const owedOf = owedUnder(await getCalendar(db, actor.tenantId));
    there = { ...there, by: { ...there.by, owedOf } };
    await issue(
      there,
      await confirmed(there, [{ id: 't1', implement: ['UBND các xã, phường'], schedule: quarterly }]),
      { today },
    );
  });

  const preview = (entry: CalendarEntry) =>
    previewCalendarChange(there.db, there.actor.tenantId, entry, { today, year: 2026 });
  /** Saved, and not moved yet. */
  const save = async (entry: CalendarEntry, seq?: number) => {
    const known = await getCalendar(there.db, there.actor.tenantId);
    const sent = { seq: seq ?? known.seq, entry };
    return inTransaction(there.db, (trx) => changeCalendar(trx, there.actor, sent, { at, today }));
  };
  const change = async (entry: CalendarEntry, seq?: number) => {
    const saved = await save(entry, seq);
    await moveDays(there.db, there.actor.tenantId);
    return saved;
  };
  const dues = async (name: 'tan-lap' | 'an-phu' = 'tan-lap') => (await owedBy(there, name)).map(({ due }) => due);
  const act = async (what: SentAct['act']) => {
    const [first] = await owedBy(there, 'tan-lap');
    const sent = { id: newId(), assignmentId: first?.assignment_id ?? '', occurrenceId: first?.id ?? '', act: what };
    await inTransaction(there.db, (trx) => appendActs(trx, there.actor, [sent], { source: 'web', at, day: today }));
  };

  it('starts with the national days and the usual settings', async () => {
    const { seq, changes, settings, work } = await getCalendar(there.db, there.actor.tenantId);
    expect({ seq, changes, settings }).toEqual({ seq: 0, changes: [], settings: defaultSettings });
    expect(work.isWorkingDay(day('2026-02-17'))).toBe(false);
    expect(await dues()).toEqual(['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14']);
  });

  it('tells what a day off would move and why, and moves nothing by telling', async () => {
    const told = await preview(dayOff('2026-03-13'));
    expect(told).toMatchObject({ moved: 3, reissue: 0, nothing: null });
    expect(told.lines).toMatchObject([{ text: 'Việc t1', from: '2026-03-13', to: '2026-03-12', agencies: 3 }]);
    expect(told.lines[0]?.why).toBe(
      'Hạn cuối đổi từ 13/03/2026 thành 12/03/2026: 13/03/2026 trước là ngày làm việc, nay là ngày nghỉ tránh bão (Mưa lũ).',
    );
    expect(await dues()).toContain('2026-03-13');
  });

  it('moves open days when it is saved, keeps who, when and why, and says the reason on each', async () => {
    expect(await change(dayOff('2026-03-13'))).toEqual({ moved: 3 });
    expect(await dues()).toEqual(['2026-03-12', '2026-06-12', '2026-09-14', '2026-12-14']);
    expect(await dues('an-phu')).toEqual(await dues());
    const rows = await there.db
      .selectFrom('occurrence')
      .select('moved_later')
      .where('due', '=', day('2026-03-12'))
      .execute();
    expect(new Set(rows.map(({ moved_later }) => moved_later)).size).toBe(1);
    expect(rows[0]?.moved_later).toContain('Mưa lũ');
    expect(await listCalendarHistory(there.db, there.actor.tenantId)).toMatchObject([
      { seq: 1, by: 'Mai', at, moved: 3, undone: false, entry: { kind: 'days', reason: 'Mưa lũ' } },
    ]);
    const entries = await there.db.selectFrom('audit_entry').select(['action', 'details']).orderBy('id').execute();
    expect(entries.filter(({ action }) => action === 'calendar.changed')).toMatchObject([{ details: { moved: 3 } }]);
  });

  it('moves them back when the change is undone, and the undo can be undone', async () => {
    await change(dayOff('2026-03-13'));
    expect(await change({ kind: 'undo', of: 1, reason: 'Nhập nhầm' })).toEqual({ moved: 3 });
    expect(await dues()).toContain('2026-03-13');
    await change({ kind: 'undo', of: 2, reason: 'Đúng là nghỉ' });
    expect(await dues()).toContain('2026-03-12');
    const history = await listCalendarHistory(there.db, there.actor.tenantId);
    expect(history.map(({ seq, undone }) => [seq, undone])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
  });

  it('leaves what is done, and days that a person gave', async () => {
    await act({ kind: 'extend', due: day('2026-03-20'), reason: 'Chờ số liệu', grantedBy: 'Sở Nội vụ' });
    expect(await change(dayOff('2026-03-13'))).toEqual({ moved: 2 });
    expect(await dues()).toContain('2026-03-20');
    expect(await dues('an-phu')).toContain('2026-03-12');
  });

  it('leaves what is done as it was', async () => {
    await act({ kind: 'complete', on: day('2026-01-30'), note: null, serves: [], servedBy: null });
    expect(await change(dayOff('2026-03-13'))).toEqual({ moved: 2 });
    expect(await dues()).toContain('2026-03-13');
  });

  it('rolls every last day by another rule when the settings say so, and says which setting it was', async () => {
    const settings = { ...defaultSettings, roll: 'after' as const };
    const told = await preview({ kind: 'settings', settings, reason: 'Theo Bộ luật Dân sự' });
    expect(told.lines).toMatchObject([
      { from: '2026-03-13', to: '2026-03-16' },
      { from: '2026-06-12', to: '2026-06-15' },
    ]);
    expect(told.lines[0]?.why).toContain('hạn trùng ngày nghỉ đổi từ');
    expect(told.examples[0]).toMatchObject({ wording: 'trước ngày 15 tháng cuối quý', days: told.examples[0]?.days });
    expect(told.examples[0]?.days[0]).toBe('2026-03-16');
  });

  it('keeps when people are reminded, in their order, and moves nothing by it', async () => {
    const settings = { ...defaultSettings, remindFirst: 14, headAfter: 1, focalAfter: 5 };
    const entry: CalendarEntry = { kind: 'settings', settings, reason: 'Quy chế làm việc' };
    expect(await preview(entry)).toMatchObject({ moved: 0, reissue: 0, nothing: null });
    await change(entry);
    expect((await getCalendar(there.db, there.actor.tenantId)).settings).toEqual(settings);
    for (const wrong of [{ remindAgain: 14 }, { remindLast: 3 }, { focalAfter: 1 }]) {
      const disordered: CalendarEntry = { ...entry, settings: { ...settings, ...wrong } };
      await expect(change(disordered)).rejects.toMatchObject({ code: 'reminder-days-disordered' });
    }
  });

  it('gives a setting that was not there yet its default, where it holds and in the history', async () => {
    const { tenantId, officerId } = there.actor;
    const { remindFirst: _, ...settings } = { ...defaultSettings, unitDay: 12 };
    const change = JSON.stringify({ kind: 'settings', settings, reason: 'Trước đây' });
    const row = { tenant_id: tenantId, seq: 1, at, by: officerId, change, reason: 'Trước đây', moved: 0 };
    await there.db.insertInto('calendar_change').values(row).execute();
    const expected = { ...defaultSettings, unitDay: 12 };
    expect((await getCalendar(there.db, tenantId)).settings).toEqual(expected);
    expect(await listCalendarHistory(there.db, tenantId)).toMatchObject([{ entry: { settings: expected } }]);
  });

  it('says how many tasks get other periods, which only issuing again can follow', async () => {
    await issue(
      there,
      await confirmed(there, [{ id: 't2', implement: ['UBND xã Tân Lập'], schedule: { kind: 'continuous' } }]),
      { today },
    );
    const entry: CalendarEntry = {
      ...{ kind: 'settings', reason: 'Báo cáo hằng tháng' },
      settings: { ...defaultSettings, continuousEvery: 'month' },
    };
    expect(await preview(entry)).toMatchObject({ moved: 0, reissue: 1 });
  });

  it('is not changed by who saw another history, by what changes nothing, or by a day that is none', async () => {
    await change(dayOff('2026-03-13'));
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (problem: Problem) => problem.code,
      );
    expect(await code(change(dayOff('2026-06-12'), 0))).toBe('calendar-changed-meanwhile');
    expect(await change(dayOff('2026-03-13'))).toEqual({ moved: 0 });
    expect(await code(change(dayOff('2026-02-31')))).toBe('day-not-understood');
    expect(await code(change({ kind: 'undo', of: 9, reason: 'x' }))).toBe('calendar-changed-meanwhile');
    expect((await getCalendar(there.db, there.actor.tenantId)).seq).toBe(1);
  });
});

describe('a history of changes', () => {
  const days = fc.constantFrom('2026-03-13', '2026-03-14', '2026-03-16');
  const entry = (seq: number) =>
    fc.oneof(
      days.map((on) => dayOff(on, `vì ${seq}`)),
      days.map(
        (on): CalendarEntry => ({
          kind: 'days',
          changes: [{ action: 'clear', day: day(on), reason: 'x' }],
          reason: 'x',
        }),
      ),
      fc.integer({ min: 1, max: Math.max(1, seq - 1) }).map((of): CalendarEntry => ({ kind: 'undo', of, reason: 'x' })),
    );
  const histories = fc
    .integer({ min: 1, max: 8 })
    .chain((n) =>
      fc.tuple(...Array.from({ length: n }, (_, i) => entry(i + 1).map((entry) => ({ seq: i + 1, entry })))),
    );

  it('comes to what it was before when its last change is undone', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const last = history.at(-1);
        if (!last) return;
        const undo = { seq: history.length + 1, entry: { kind: 'undo', of: last.seq, reason: 'x' } as const };
        expect(foldCalendar([...history, undo])).toEqual(foldCalendar(history.slice(0, -1)));
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
