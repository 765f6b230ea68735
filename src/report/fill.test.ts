import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { emptyLine } from './content/model.ts';
import { fillReport } from './fill.ts';

const day = (text: string) => text as PlainDate;
const done = { status: 'done', percent: 100, completedOn: day('2026-05-04') } as const;
const open = { status: 'open', percent: 0, completedOn: null } as const;

describe('a report opens', () => {
  it('with what was done since, task by task', () => {
    const notes = [{ day: day('2026-05-04'), text: ' Đã niêm yết tại 8 thôn ' }];
    const { content } = fillReport(
      [
        { key: 'a', days: [done], notes },
        { key: 'b', days: [done, open], notes: [] },
        { key: 'c', days: [open], notes: [] },
      ],
      null,
    );
    expect(content.items.a).toMatchObject({
      state: 'done',
      percent: 100,
      result: '- 04/05/2026: Đã niêm yết tại 8 thôn',
    });
    expect(content.items.b).toMatchObject({ state: 'doing', percent: 50, result: '' });
    expect(content.items.c).toMatchObject({ state: 'not-begun', percent: 0 });
  });

  it('with begun where somebody wrote of it, though nothing was counted', () => {
    const { content } = fillReport(
      [{ key: 'a', days: [open], notes: [{ day: day('2026-05-04'), text: 'Đang rà soát' }] }],
      null,
    );
    expect(content.items.a?.state).toBe('doing');
  });

  it('with nothing said of what was cancelled', () => {
    const { content } = fillReport([{ key: 'a', days: [{ ...open, status: 'cancelled' }], notes: [] }], null);
    expect(content.items.a).toEqual(emptyLine);
  });
});
