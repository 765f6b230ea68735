import { describe, expect, it } from 'vitest';
import type { AssignmentLine } from '../../../src/assignment/views.ts';
import type { Session } from '../../../src/people/views.ts';
import { findEvents, mayDate, sayDated, sayDating, sayEvent } from './events.ts';

const event = 'Trước bầu cử';
const line = (agencyId: string, status: string, due: string | null, more: object = {}) =>
  ({
    ...{ id: agencyId, agencyId, role: 'implement', owes: true, closed: null },
    ...{ occurrences: [{ id: `o-${agencyId}`, agencyId, event, status, due }], ...more },
  }) as unknown as AssignmentLine;
const all = [
  line('tan-lap', 'waiting', null),
  line('an-phu', 'open', '2026-03-01'),
  line('hoa-binh', 'in-progress', '2026-02-01'),
  line('binh-khe', 'done', '2026-02-01'),
  line('ngung', 'cancelled', null, { closed: 'cancelled' }),
  line('khac', 'open', '2026-06-30', { occurrences: [{ id: 'x', event: null, status: 'open', due: '2026-06-30' }] }),
];

describe('events a task waits for', () => {
  it('are counted over all who owe it, without what was called off and what has a day by the plan', () => {
    const [found, ...others] = findEvents(all);
    expect(others).toEqual([]);
    expect(found).toEqual({
      ...{ event, waiting: 1, dated: 2, done: 1 },
      days: [
        { due: '2026-02-01', count: 1 },
        { due: '2026-03-01', count: 1 },
      ],
    });
    expect(found && sayEvent(found)).toBe(
      '1 đơn vị chờ nhập ngày; 2 đơn vị đã có ngày (01/02/2026: 1; 01/03/2026: 1); 1 đơn vị đã xong',
    );
  });

  it('are none where nothing waits and none has a day, or all is done', () => {
    expect(findEvents([])).toEqual([]);
    expect(findEvents([line('a', 'done', '2026-02-01')])).toEqual([]);
  });

  it('tell what a day would do to whom', () => {
    const [found] = findEvents(all);
    if (!found) throw new Error('an event is waited for');
    expect(sayDating(found, '2026-03-01', false, '2026-02-15')).toBe(
      '1 đơn vị đang chờ phải xong ngày 01/03/2026; 2 đơn vị giữ ngày đã có.',
    );
    expect(sayDating(found, '2026-03-01', true, '2026-04-01')).toBe(
      '1 đơn vị đang chờ phải xong ngày 01/03/2026; 1 đơn vị đổi sang ngày này; 1 đơn vị giữ ngày đã có; ngày này đã qua nên các đơn vị quá hạn ngay.',
    );
    const none = { ...found, waiting: 0, dated: 1, days: [{ due: '2026-03-01', count: 1 }] };
    expect(sayDating(none, '2026-03-01', true, '2026-02-15')).toBeUndefined();
    expect(sayDating(none, '2026-03-02', false, '2026-02-15')).toBeUndefined();
  });

  it('tell what was done', () => {
    const done = { dated: 22, changed: 0, kept: 2, done: 1, acts: [] };
    expect(sayDated(done, '2026-03-01')).toBe('Đã nhập ngày 01/03/2026 cho 22 đơn vị; 2 đơn vị giữ ngày đã có.');
    expect(sayDated({ ...done, dated: 0 }, '2026-03-01')).toBe('Các đơn vị đã có ngày, không có gì thay đổi.');
  });

  it('are dated for all by the focal office and who leads or monitors, not by who owes them', () => {
    const session = (role: string, agencies: 'all' | string[]) =>
      ({ roles: [{ role, agencies }] }) as unknown as Session;
    const led = [...all, line('noi-vu', 'open', null, { role: 'lead', owes: false, occurrences: [] })];
    expect(mayDate(session('focal', 'all'), all)).toBe(true);
    expect(mayDate(session('lead', ['noi-vu']), led)).toBe(true);
    expect(mayDate(session('lead', ['tan-lap']), led)).toBe(false);
    expect(mayDate(session('officer', ['noi-vu']), led)).toBe(false);
    expect(mayDate(session('leader', 'all'), led)).toBe(false);
    expect(mayDate(undefined, led)).toBe(false);
    const owing = [line('tan-lap', 'waiting', null, { role: 'lead', owes: true })];
    expect(mayDate(session('lead', ['tan-lap']), owing)).toBe(false);
  });
});
