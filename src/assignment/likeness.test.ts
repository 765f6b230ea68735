import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, findPairs } from './likeness.ts';

const item = (id: string, text: string, component: string | null = null): Comparable => ({
  ...{ id, text, component, index: 'PAPI' },
});
const scoreOf = (a: string, b: string, component: string | null = null) =>
  findPairs([item('a', a, component)], [item('b', b, component)])[0]?.score ?? 0;

const posting = 'Niêm yết công khai thu, chi ngân sách cấp xã tại trụ sở UBND xã';

describe('two items', () => {
  it('are the same work where their words are, whatever the marks, case and stops', () => {
    expect(scoreOf(posting, 'NIÊM YẾT CÔNG KHAI thu - chi ngân sách cấp xã tại trụ sở UBND xã;')).toBe(1);
    expect(scoreOf(posting, 'Niem yet cong khai thu chi ngan sach cap xa tai tru so UBND xa')).toBe(1);
  });

  it('are like where one says a little more', () => {
    expect(scoreOf(posting, `${posting} theo quy định của Luật Ngân sách`)).toBeGreaterThan(0.75);
  });

  it('are not where they share only what every task says', () => {
    expect(scoreOf(posting, 'Nâng cao chất lượng khám, chữa bệnh tại các cơ sở y tế công lập')).toBe(0);
  });

  it('are liker under a component of the same name, however it is numbered', () => {
    const [a, b] = [posting, `${posting} và trên cổng thông tin`];
    const apart = findPairs([item('a', a, 'Thu, chi')], [item('b', b, 'Khác')])[0]?.score ?? 0;
    const together = findPairs([item('a', a, 'd) Thu, chi')], [item('b', b, '2.2. Thu, chi')])[0]?.score ?? 0;
    expect(together - apart).toBeCloseTo(0.1);
  });

  it('without a word are like nothing', () => {
    expect(scoreOf('', '')).toBe(0);
    expect(scoreOf('…', posting)).toBe(0);
  });
});

it('finds no item like itself, puts the likest first, and scores between 0 and 1 both ways round', () => {
  const words = fc.array(fc.constantFrom('công', 'khai', 'ngân', 'sách', 'xã', 'y', 'tế'), { maxLength: 8 });
  const items = fc.array(words, { maxLength: 6 }).map((lists) => lists.map((list, i) => item(`i${i}`, list.join(' '))));
  fc.assert(
    fc.property(items, (all) => {
      const pairs = findPairs(all, all);
      expect(pairs.filter(({ id, otherId }) => id === otherId)).toEqual([]);
      expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).sort((a, b) => b - a));
      const names = new Map(pairs.map(({ id, otherId, score }) => [`${id} ${otherId}`, score]));
      for (const { id, otherId, score } of pairs) {
        expect(score > 0 && score <= 1).toBe(true);
        expect(names.get(`${otherId} ${id}`)).toBe(score);
      }
    }),
  );
});
