import { describe, expect, it } from 'vitest';
import { differ } from './differ.ts';
import { emptyContent, emptyLine, type ReportLine } from './model.ts';

const content = (line: Partial<ReportLine>, overview = '') => ({
  ...emptyContent,
  whole: { ...emptyContent.whole, overview },
  items: { a: { ...emptyLine, ...line } },
});

describe('two sent versions', () => {
  it('differ where they say something else, in the order of the printed report', () => {
    const figures = [{ value: 3, part: null, whole: null }];
    const found = differ(content({ state: 'doing' }, 'Đã họp'), content({ state: 'done', figures }, 'Đã họp 02 lần'));
    expect(found.map(({ place, before, after }) => [place.field, before, after])).toEqual([
      ['overview', 'Đã họp', 'Đã họp 02 lần'],
      ['state', 'doing', 'done'],
      ['figures', [], figures],
    ]);
  });

  it('say the same where a line is missing and where it is empty, and whatever the order of a figure’s parts', () => {
    expect(differ({ ...emptyContent, items: {} }, content({}))).toEqual([]);
    const one = content({ figures: [{ value: 1, part: 2, whole: 3 }] });
    const other = content({ figures: [{ whole: 3, part: 2, value: 1 }] });
    expect(differ(one, other)).toEqual([]);
  });
});
