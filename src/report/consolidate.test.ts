import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../plan/model.ts';
import { type AskedItem, consolidate, type Expected, type UnitReport } from './consolidate.ts';
import { draft } from './consolidated/draft.ts';
import { componentKey, emptyContent, emptyLine, type ReportLine } from './content/model.ts';

const target = (unit: string, value: number): Target => ({
  ...{ subject: null, op: '>=', value, unit, baseline: null, quote: `${value} ${unit}` },
});
const villages: AskedItem = {
  ...{ key: 'i1', index: 'PAPI', dimension: '2', component: '2.1. Tiếp cận thông tin', text: 'Niêm yết tại các thôn' },
  targets: [target('%', 100)],
};
const training: AskedItem = {
  ...{ key: 'i2', index: 'PAPI', dimension: '2', component: '2.1. Tiếp cận thông tin', text: 'Tập huấn' },
  targets: [target('lớp', 1)],
};
const land: AskedItem = {
  ...villages,
  key: 'i3',
  component: '2.4. Quy hoạch đất',
  text: 'Công khai quy hoạch',
  targets: [],
};
const items = [villages, training, land];

const line = (over: Partial<ReportLine>): ReportLine => ({ ...emptyLine, ...over });
const figure = (part: number, whole: number) => ({ value: null, part, whole });

const report = (agencyId: string, lines: Record<string, ReportLine>, over: Partial<UnitReport> = {}): UnitReport => ({
  ...{ reportId: `r-${agencyId}`, agencyId, late: 0, items: ['i1', 'i2', 'i3'], evidence: {} },
  content: { ...emptyContent, items: lines },
  ...over,
});
const expected = (agencyId: string, over: Partial<Expected> = {}): Expected => ({
  ...{ agencyId, items: ['i1', 'i2', 'i3'], reported: true, excused: null, excluded: null },
  ...over,
});

const pieces = (count: number, of = 'a') => Array.from({ length: count }, (_, i) => ({ id: `${of}${i}`, piece: null }));

/** Five communes; the figures below were worked out by hand. */
const question = {
  items,
  expected: [
    expected('a'),
    expected('b'),
    expected('c', { reported: false }),
    expected('d', { excluded: 'Số liệu mâu thuẫn' }),
    expected('e', { reported: false, excused: 'Mới thành lập' }),
  ],
  reports: [
    report(
      'a',
      {
        i1: line({ state: 'done', figures: [figure(8, 8)], difficulty: 'Thiếu kinh phí.', result: 'Đã niêm yết' }),
        i2: line({ state: 'doing', figures: [{ value: 2, part: null, whole: null }] }),
      },
      { evidence: { i1: pieces(3) } },
    ),
    report(
      'b',
      {
        i1: line({ state: 'doing', figures: [figure(3, 12)], difficulty: 'thiếu kinh phí' }),
        i2: line({ state: 'none' }),
        i3: line({ state: 'done', proposal: 'Cấp bản đồ số' }),
      },
      { late: 2, evidence: { i1: pieces(1, 'b'), i3: pieces(2, 'c') } },
    ),
    report('d', { i1: line({ state: 'done', figures: [figure(500, 500)], difficulty: 'Không có' }) }),
  ],
};

describe('reports of a period as one', () => {
  const result = consolidate(question);
  const [first, second, third] = result.items;

  it('tells who reported, who was late, who is missing and who was left out', () => {
    expect(result.units).toEqual({
      ...{ expected: 4, reported: 3, late: [{ agencyId: 'b', days: 2 }], missing: ['c'] },
      partly: [],
      excused: [{ agencyId: 'e', reason: 'Mới thành lập' }],
      excluded: [{ agencyId: 'd', reason: 'Số liệu mâu thuẫn' }],
    });
  });

  it('counts states, and who is missing or left out as missing', () => {
    expect(first?.counts).toEqual({ done: 1, doing: 1, 'not-begun': 0, none: 0, silent: 0, missing: 2 });
    expect(first?.missing).toEqual(['c', 'd']);
    expect(third?.counts).toEqual({ done: 1, doing: 0, 'not-begun': 0, none: 0, silent: 1, missing: 2 });
    expect(first?.owed).toBe(4);
  });

  it('measures shares as Σ/Σ of those who are counted in', () => {
    expect(first?.measures[0]).toMatchObject({ value: 55, part: 11, whole: 20, of: 2, met: false });
  });

  it('waits for no figure where nothing of the kind came up', () => {
    expect(second?.measures[0]).toMatchObject({ kind: 'sum', value: 2, of: 1, without: 0, met: true });
  });

  it('gathers what was said in the same words, with all who said it', () => {
    expect(first?.difficulties).toEqual([
      {
        ...{ text: 'Thiếu kinh phí.', itemKey: 'i1' },
        sources: [
          { agencyId: 'a', reportId: 'r-a' },
          { agencyId: 'b', reportId: 'r-b' },
        ],
      },
    ]);
    expect(third?.proposals).toHaveLength(1);
  });

  it('leads every figure to the reports it came from', () => {
    expect(first?.sources.done).toEqual([{ agencyId: 'a', reportId: 'r-a' }]);
    expect(third?.sources.silent).toEqual([{ agencyId: 'a', reportId: 'r-a' }]);
    expect([first?.evidence, second?.evidence, third?.evidence]).toEqual([4, 0, 2]);
  });

  it('sums up by component', () => {
    expect(
      result.components.map(({ component, counts, evidence }) => [component, counts.done, counts.missing, evidence]),
    ).toEqual([
      ['2.1. Tiếp cận thông tin', 1, 4, 4],
      ['2.4. Quy hoạch đất', 1, 2, 2],
    ]);
  });

  it('is nothing of nothing', () => {
    const none = consolidate({ items, expected: [], reports: [] });
    expect(none.units.expected).toBe(0);
    expect(none.items[0]?.measures[0]?.value).toBeNull();
  });
});

describe('an answer by component', () => {
  const key = componentKey(villages);
  const content = {
    ...emptyContent,
    items: { i2: line({ state: 'doing' }) },
    components: { [key]: line({ state: 'done', result: 'Cả nội dung đã xong' }) },
  };
  const result = consolidate({
    ...{ items, expected: [expected('a')] },
    reports: [{ ...report('a', {}), content }],
  });

  it('holds for each task of it that says nothing of its own', () => {
    expect(result.items.map(({ counts }) => [counts.done, counts.doing, counts.silent])).toEqual([
      ...[
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ]);
  });

  it('is told once, of the component', () => {
    expect(result.components[0]?.results.map(({ text }) => text)).toEqual(['Cả nội dung đã xong']);
    expect(result.items[0]?.results).toEqual([]);
  });
});

describe('whatever units do in a round', () => {
  const standing = fc.constantFrom('received', 'late', 'missing', 'returned', 'excluded', 'excused');
  const unit = fc.record({ how: standing, whole: fc.nat(20), part: fc.nat(20), states: fc.boolean() });

  it('figures are of what was received alone, and each other unit is counted, named and never zero', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const each = units.map((one, i) => ({ ...one, id: `u${i}`, name: `UBND xã số ${i};` }));
        const of = (...how: string[]) => each.filter((one) => how.includes(one.how));
        for (const { how } of each) seen.add(how);
        const came = of('received', 'late', 'excluded');
        const reports = came.map(({ id, how, part, whole, states }) =>
          report(
            id,
            { i1: line({ state: 'doing', figures: states ? [figure(part, whole)] : [] }) },
            { late: how === 'late' ? 2 : 0 },
          ),
        );
        const asked = each.map(({ id, how }) =>
          expected(id, {
            reported: ['received', 'late', 'excluded'].includes(how),
            excused: how === 'excused' ? 'Mới thành lập' : null,
            excluded: how === 'excluded' ? 'Số liệu mâu thuẫn' : null,
          }),
        );
        const result = consolidate({ items, expected: asked, reports });
        const received = of('received', 'late');
        const [owing, missing] = [each.length - of('excused').length, of('missing', 'returned')];
        expect([result.units.expected, result.units.reported]).toEqual([owing, came.length]);
        expect(received.length + result.units.missing.length + result.units.excluded.length).toBe(owing);
        expect(result.units.excused.length + owing).toBe(each.length);
        expect(result.counted.map(({ agencyId }) => agencyId)).toEqual(received.map(({ id }) => id));
        const [first] = result.items;
        const { missing: left, ...told } = first?.counts ?? { missing: 0 };
        expect(Object.values(told).reduce((sum, count) => sum + count, 0)).toBe(received.length);
        expect([left, first?.owed]).toEqual([owing - received.length, owing]);
        const stating = received.filter(({ states, whole }) => states && whole > 0);
        const sum = (key: 'part' | 'whole') => stating.reduce((total, one) => total + one[key], 0);
        expect([first?.measures[0]?.part, first?.measures[0]?.whole]).toEqual(
          stating.length === 0 ? [null, null] : [sum('part'), sum('whole')],
        );
        const names = new Map(each.map(({ id, name }) => [id, name]));
        const said = draft({ result, items, names, leads: [], districts: [] });
        const text = (what: string) => said.find(({ key }) => key === `overview/${what}`)?.text ?? '';
        const named: [string, { name: string }[]][] = [
          ...([
            ['missing', missing],
            ['late', of('late')],
            ['excluded', of('excluded')],
          ] as const),
          ['excused', of('excused')],
        ].map(([what, list]) => [String(what), [...(list as { name: string }[])]]);
        for (const [what, list] of named) for (const { name } of list) expect(`${text(what)};`).toContain(name);
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(seen.size).toBe(6);
  });
});
