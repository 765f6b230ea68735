import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { matchAgency, readAgencies } from '../agencies.ts';
import { knownAgencies } from './catalogue.ts';

describe('which agency a printed name means', () => {
  test.each([
    ['Sở TN&MT', 'Sở Tài nguyên và Môi trường', 'province'],
    ['Sở TNMT', 'Sở Tài nguyên và Môi trường', 'province'],
    ['Sở Tài nguyên - Môi trườg tỉnh', 'Sở Tài nguyên và Môi trường', 'province'],
    ['Sở LĐ-TB&XH', 'Sở Lao động - Thương binh và Xã hội', 'province'],
    ['Sở LĐ, TB và XH', 'Sở Lao động - Thương binh và Xã hội', 'province'],
    ['Sở Lao động, Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội', 'province'],
    ['Sở Lao động - Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội', 'province'],
    ['VPUBND', 'Văn phòng Ủy ban nhân dân tỉnh', 'province'],
    ['UBND cấp xã', 'Ủy ban nhân dân', 'commune'],
    ['Uỷ ban nhân dân phường', 'Ủy ban nhân dân', 'commune'],
    ['UBND', 'Ủy ban nhân dân', null],
    ['UBMTTQVN xã', 'Ủy ban Mặt trận Tổ quốc Việt Nam', 'commune'],
    ['BHXH tỉnh', 'Bảo hiểm xã hội', 'province'],
    ['TTPVHCC tỉnh', 'Trung tâm Phục vụ hành chính công', 'province'],
    ['Phòng VH-XH xã', 'Phòng Văn hóa - Xã hội', 'commune'],
    ['Phòn Kinh tế', 'Phòng Kinh tế', null],
    ['Bộ KH&CN', 'Bộ Khoa học và Công nghệ', 'central'],
    ['Sở Nội vụ (Phòng CCHC)', 'Sở Nội vụ', 'province'],
    ['UBND TX Điện Bàn', 'Ủy ban nhân dân', 'district'],
    ['UBND P.5', 'Ủy ban nhân dân', 'commune'],
    ['VP UBND TP', 'Văn phòng Ủy ban nhân dân tỉnh', 'province'],
  ] as const)('“%s” is %s', (printed, name, level) => expect(matchAgency(printed)).toMatchObject({ name, level }));

  it('tells the place, and the office of a person', () => {
    expect(matchAgency('UBND xã Trà My')).toMatchObject({ name: 'Ủy ban nhân dân', place: 'xã Trà My', title: null });
    expect(matchAgency('Giám đốc Sở Nội vụ')).toMatchObject({ name: 'Sở Nội vụ', title: 'Giám đốc', place: null });
    expect(matchAgency('Tòa án nhân dân khu vực 1')).toMatchObject({ name: 'Tòa án nhân dân', place: 'khu vực 1' });
  });

  it('knows what became of the departments of yesterday, part by part', () => {
    expect(matchAgency('Sở KH&ĐT')).toMatchObject({
      to: '2025-03-01',
      successors: [{ name: 'Sở Tài chính', for: null }],
    });
    const labour = matchAgency('Sở LĐTBXH');
    expect(labour?.successors.find((one) => one.for?.includes('giảm nghèo'))?.name).toBe(
      'Sở Nông nghiệp và Môi trường',
    );
    expect(matchAgency('Sở Nông nghiệp và Môi trường')?.formerNames).toEqual(
      expect.arrayContaining(['Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Phát triển nông thôn']),
    );
  });

  test.each(['', 'x', 'Các sở, ban, ngành', 'Các cơ quan, đơn vị có liên quan', 'Nguyễn Văn A', 'Thường xuyên'])(
    '“%s” is none',
    (printed) => expect(matchAgency(printed)).toBeUndefined(),
  );

  it('is itself for each name of the catalogue, in capitals and decomposed', () => {
    for (const { name } of knownAgencies) {
      expect(matchAgency(name)?.name).toBe(name);
      expect(matchAgency(name.normalize('NFD'))?.name).toBe(name);
    }
  });

  it('leads from every agency that is no more to one that is, or ends', () => {
    const names = new Map(knownAgencies.map((agency) => [agency.name, agency]));
    for (const { name, from, to, successors } of knownAgencies) {
      for (const successor of successors) expect(names.has(successor.name), `${name}: ${successor.name}`).toBe(true);
      if (from && to) expect(from < to, name).toBe(true);
      if (to === null) expect(successors, name).toEqual([]);
    }
  });

  it('never fails, and costs no more than its head', () => {
    fc.assert(
      fc.property(fc.string(), (printed) => (matchAgency(printed)?.name ?? '') !== ' '),
      shareOf(200, 5000),
    );
    expect(matchAgency('Sở Nội vụ '.repeat(10_000))).toBeUndefined();
  });
});

/** The stretches of the words given, in the order they stand in the text. */
const doubting = (text: string, words: readonly string[]): [number, number][] => {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return [start, from];
  });
};

describe('words that recognition doubts', () => {
  test.each([
    ['Sờ Nôi vụ', ['Sờ', 'Nôi'], ['Sở Nội vụ']],
    ['Phòn Kinh tế', ['Phòn'], ['Phòng Kinh tế']],
    ['UBND câp huyện, cấp xã', ['câp'], ['UBND cấp huyện', 'UBND cấp xã']],
    ['Ủy ban nhãn dãn xã', ['nhãn', 'dãn'], ['Ủy ban nhân dân xã']],
    ['Sở Tài nguyên và Mội truờng', ['Mội', 'truờng'], ['Sở Tài nguyên và Môi trường']],
    ['UBNĐ cấp xã; Sở Y tê', ['UBNĐ', 'tê'], ['UBND cấp xã', 'Sở Y tế']],
    ['Vãn phòng HĐNĐ và UBND', ['Vãn', 'HĐNĐ'], ['Văn phòng HĐND và UBND']],
    ['Trung tàm Phục vụ hành chỉnh công', ['tàm', 'chỉnh'], ['Trung tâm Phục vụ hành chính công']],
    ['Các sờ, ban, ngảnh', ['sờ', 'ngảnh'], ['Các sở, ban, ngành']],
  ] as const)('are put right: “%s”', (text, words, names) => {
    const read = readAgencies(text, { doubtful: doubting(text, words) });
    expect(read.names).toEqual(names);
    expect(read.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it('stay as printed where nothing doubts them', () => {
    expect(readAgencies('Phòn Kinh tế').names).toEqual(['Phòn Kinh tế']);
    expect(readAgencies('Phòn Kinh tế; Sờ Nội vụ', { doubtful: [[13, 16]] }).names).toEqual([
      'Phòn Kinh tế',
      'Sở Nội vụ',
    ]);
  });

  it('are left, and the cell doubted, where no name is near or a place is meant', () => {
    for (const [text, word] of [
      ['Sở Xqzt vụ', 'Xqzt'],
      ['UBND xã Hối', 'Hối'],
    ] as const) {
      const read = readAgencies(text, { doubtful: doubting(text, [word]) });
      expect(read.names.join()).toContain(word);
      expect(read.confidence).toBeLessThan(0.9);
    }
  });

  it('that are right already change nothing', () => {
    const names = fc.constantFrom(...knownAgencies.map(({ name }) => name));
    fc.assert(
      fc.property(names, (name) => {
        expect(readAgencies(name, { doubtful: [[0, name.length]] }).names).toEqual([name]);
      }),
      shareOf(200, 5000),
    );
  });

  it('with one tone lost in a long name are found again', () => {
    const long = knownAgencies.map(({ name }) => name).filter((name) => name.split(' ').length >= 4);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat({ max: 50 }), (name, at) => {
        const words = [...name.matchAll(/\S+/g)];
        const found = words[at % words.length];
        const [word = ''] = found ?? [];
        const index = found?.index ?? 0;
        const flat = word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
        const printed = name.slice(0, index) + flat + name.slice(index + word.length);
        expect(
          matchAgency(readAgencies(printed, { doubtful: [[index, index + flat.length]] }).names[0] ?? '')?.name,
        ).toBe(name);
      }),
      shareOf(200, 5000),
    );
  });
});
