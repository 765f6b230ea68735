import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../calendar/model.ts';
import { occurrences } from '../calendar/occurrences.ts';
import type { Schedule } from '../calendar/schedule.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { layDue } from './due.ts';
import { displayWidth } from './table.ts';
import { thang, thangApart } from './testing.ts';

const due = (...args: string[]) => thang('due', ...args);

describe('thang due', () => {
  it('gives the schedule and each day with its rule and its move, and no other names', async () => {
    const { status, stdout } = await thangApart(['due', 'trước ngày 15 tháng cuối quý', '--year', '2026', '--json']);
    const found = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(found.schedule).toEqual({
      kind: 'recurring',
      every: 'quarter',
      day: 15,
      inLastMonth: true,
      exclusive: true,
    });
    expect(found.occurrences.map(({ due }: { due: string }) => due)).toEqual([
      '2026-03-13',
      '2026-06-12',
      '2026-09-14',
      '2026-12-14',
    ]);
    for (const one of found.occurrences) expect(Object.keys(one)).toEqual(['printed', 'due', 'rule', 'moved']);
    expect(found.occurrences[0].moved).toContain('thứ Bảy');
    expect(found.occurrences[3].moved).toBeNull();
    expect(found.waiting).toEqual([]);
  });

  it('leaves out what is due before --from, also as officials write a day', async () => {
    const { stdout } = await due('trước ngày 15 tháng cuối quý', '--year', '2026', '--from', '15/6/2026', '--json');
    expect(JSON.parse(stdout).occurrences).toHaveLength(2);
  });

  it('says what it waits for where no day is told', async () => {
    const { status, stdout } = await due('Trước bầu cử', '--year', '2026', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ occurrences: [], waiting: [{ event: 'Trước bầu cử' }] });
  });

  it.each([
    [['Sớm nhất có thể', '--year', '2026'], 'trước ngày 31/12/2026'],
    [['Hằng năm', '--year', '26'], '--year'],
    [['Hằng năm', '--year', '2026', '--from', '31/02/2026'], '--from'],
  ])('refuses what it cannot tell, and says what to write instead: %j', async (args, hint) => {
    const { status, stdout, stderr } = await due(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});

describe('the table for a person', () => {
  const lay = (schedule: Schedule, width: number, from?: PlainDate) =>
    layDue(
      schedule,
      occurrences(schedule, { year: 2026, from, settings: defaultSettings, calendar: buildCalendar() }),
      from,
      width,
    );
  const quarterly: Schedule = { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true };

  it('shows the printed day, the last day with its weekday, the period and why, within the terminal', () => {
    const lines = lay(quarterly, 100).split('\n');
    expect(lines[0]).toBe('Hằng quý, trước ngày 15 tháng cuối quý');
    expect(lines[4]).toMatch(/^15\/03\/2026 {2}13\/03\/2026 {2}Quý I\/2026/);
    expect(lines[5]).toContain('thứ Sáu');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
  });

  it('says so where nothing is due any more, and where the year has no list of days off', () => {
    expect(lay(quarterly, 100, '2027-01-01' as PlainDate)).toContain('Không có hạn nào từ ngày 01/01/2027');
    expect(lay({ kind: 'deadline', by: '2031-06-02' }, 100)).toContain('Chưa có danh sách ngày nghỉ lễ');
  });

  it('says what it waits for', () => {
    expect(lay({ kind: 'event', event: 'Trước bầu cử' }, 100)).toContain('Chờ sự kiện: “Trước bầu cử”');
  });
});
