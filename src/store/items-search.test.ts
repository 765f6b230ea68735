import { beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../assignment/testing.ts';
import { confirmed, day, issue, type Province, province, today } from './assignment-testing.ts';
import { type ItemSearch, searchItems } from './items-search.ts';
import { databaseForThisTest } from './testing.ts';

let there: Province;
let older: string;
beforeEach(async () => {
  there = await province((await databaseForThisTest()).db);
  const implement = ['UBND xã Tân Lập'];
  const late = { kind: 'deadline', by: day('2026-02-10') } as const;
  older = await confirmed(
    there,
    [
      { id: 't1', text: 'Việc của năm 2025', implement, schedule: { kind: 'deadline', by: day('2025-11-10') } },
      { id: 't2', text: 'Việc sang năm sau', implement, schedule: late },
    ],
    { date: '2025-01-15' },
  );
  const now = await confirmed(there, [{ id: 't1', text: 'Việc của năm 2026', implement, schedule: quarterly }]);
  for (const plan of [older, now]) await issue(there, plan);
});

const found = async (from: string, to: string, more: Partial<ItemSearch> = {}): Promise<string[]> => {
  const period = { from: day(from), to: day(to) };
  const asked = { tenantId: there.actor.tenantId, reach: 'all', ...period, today, after: 0, ...more } as const;
  const { items, total } = await searchItems(there.db, asked);
  expect(total).toBe(items.length);
  return items.map(({ text }) => text).sort();
};

describe('tasks that were given out', () => {
  it('are those of plans of the year, and what is owed in it of an older plan', async () => {
    expect(await found('2026-01-01', '2026-12-31')).toEqual(['Việc của năm 2026', 'Việc sang năm sau']);
    expect(await found('2025-01-01', '2025-12-31')).toEqual(['Việc của năm 2025', 'Việc sang năm sau']);
    expect(await found('2024-01-01', '2024-12-31')).toEqual([]);
  });

  it('are all of them where every year is asked for', async () => {
    expect(await found('2000-01-01', '2099-12-31')).toHaveLength(3);
  });

  it('of a plan asked for by name are all of it', async () => {
    expect(await found('2026-01-01', '2026-12-31', { plan: older })).toEqual([
      'Việc của năm 2025',
      'Việc sang năm sau',
    ]);
  });
});
