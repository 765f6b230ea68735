import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/seeded.ts';
import { writeProtocol } from './protocol.ts';
import { readFrame } from './read-frame.ts';
import { parsePlan } from './read-plan.ts';
import { selectSample } from './select/select.ts';

const frame = readFrame([
  ['khu_vuc', 'xa', 'dan_so'],
  ...['Đồng bằng', 'Miền núi'].flatMap((area, a) =>
    Array.from({ length: 12 }, (_, at) => [
      area,
      `Xã ${a + 1}.${at + 1}`,
      String(900 + ((at * 577) % 3100) + (at === 4 ? 40_000 : 0)),
    ]),
  ),
]);
const plan = parsePlan(
  `
title: Khảo sát thử | Minh Hà
sources: [phương án của Sở]
size: dan_so
stages:
  - { name: xã, strata: [khu_vuc], unit: xa, method: pps, take: 4 }
`,
  'thu.yaml',
);
const protocol = (seed: number) => {
  const sample = selectSample(frame, plan, seededRandom(seed));
  return { sample, text: writeProtocol(frame, sample, { file: 'dan-mau.csv', hash: 'ab12', seed }) };
};
const cellsOf = (line: string) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());
const numberOf = (text: string | undefined) => Number((text ?? '').replace(',', '.'));

describe('The protocol of a drawing', () => {
  it('holds all that is needed to do it again from the list', () => {
    const { sample, text } = protocol(77);
    const lines = text.split('\n').map(cellsOf);
    const lots = lines.filter((cells) => cells.length === 9 && /^\d+$/.test(cells[0] ?? ''));
    const chosen = lines.filter((cells) => cells.length === 8 && /^\d+$/.test(cells[0] ?? ''));
    const random = seededRandom(77);
    expect(lots).toHaveLength(2);
    for (const [lot, area, , units, take, , value, interval, start] of lots) {
      const drawn = chosen.filter(([number]) => number === lot);
      const sure = new Set(drawn.filter(([, , , why]) => why !== 'ngẫu nhiên').map(([, unit]) => unit));
      // By hand: what is left of the list, cumulated; the interval; the points; whom they fall on.
      const left = frame.rows.filter(([name, unit]) => name === area && !sure.has(unit));
      const people = left.reduce((sum, [, , size]) => sum + Number(size), 0);
      expect(numberOf(value)).toBe(random());
      expect(numberOf(interval)).toBeCloseTo(people / (Number(take) - sure.size), 9);
      expect(numberOf(start)).toBeCloseTo(numberOf(value) * numberOf(interval), 9);
      expect(Number(units)).toBe(12);
      let low = 0;
      const hit: (string | undefined)[] = [];
      for (const [, unit, size] of left) {
        const point = numberOf(start) + hit.length * numberOf(interval);
        if (point >= low && point < low + Number(size)) hit.push(unit);
        low += Number(size);
      }
      expect(drawn.filter(([, unit]) => !sure.has(unit)).map(([, unit]) => unit)).toEqual(hit);
      expect(sure.size).toBe(1);
      for (const [, , size, why, , , , probability] of drawn)
        if (why === 'ngẫu nhiên') expect(numberOf(probability)).toBeCloseTo(numberOf(size) / numberOf(interval), 9);
    }
    expect(chosen.map(([, unit]) => unit)).toEqual(sample.units.map(({ units: [unit] }) => unit));
  });

  it('names the list, its hash, the seed and where the numbers come from', () => {
    const { text } = protocol(5);
    expect(text).toContain('`dan-mau.csv`, 24 dòng');
    expect(text).toContain('SHA-256 của tệp: `ab12`');
    expect(text).toContain('Hạt giống (seed): **5**');
    expect(text).toContain('numpy.random.RandomState(seed).random_sample()');
    expect(text).toContain('Khảo sát thử \\| Minh Hà');
  });

  it('is the same letter by letter with the same seed', () => {
    expect(protocol(5).text).toBe(protocol(5).text);
    expect(protocol(6).text).not.toBe(protocol(5).text);
  });
});
