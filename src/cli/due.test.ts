import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function thang(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), 'due', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('thang due', () => {
  it('gives the schedule and each day with its rule and its move, and no other names', () => {
    const { status, stdout } = thang('trước ngày 15 tháng cuối quý', '--year', '2026', '--json');
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

  it('leaves out what is due before --from, also as officials write a day', () => {
    const { stdout } = thang('trước ngày 15 tháng cuối quý', '--year', '2026', '--from', '15/6/2026', '--json');
    expect(JSON.parse(stdout).occurrences).toHaveLength(2);
  });

  it('says what it waits for where no day is told', () => {
    const { status, stdout } = thang('Trước bầu cử', '--year', '2026', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ occurrences: [], waiting: [{ event: 'Trước bầu cử' }] });
  });

  it.each([
    [['Sớm nhất có thể', '--year', '2026'], 'trước ngày 31/12/2026'],
    [['Hằng năm', '--year', '26'], '--year'],
    [['Hằng năm', '--year', '2026', '--from', '31/02/2026'], '--from'],
  ])('refuses what it cannot tell, and says what to write instead: %j', (args, hint) => {
    const { status, stdout, stderr } = thang(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});
