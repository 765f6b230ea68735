import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { loadUnits } from '../../platform/units.ts';
import { create } from '../directory/create.ts';
import { makeDirectory } from '../directory/make.ts';
import { agenciesOn } from '../directory/on.ts';
import { getUnit } from '../units/find.ts';
import { findIssuer } from './issuer.ts';
import { membersOf } from './members.ts';
import type { Context } from './model.ts';
import { resolve } from './resolve.ts';

const units = loadUnits();
const day = (text: string): PlainDate => text as PlainDate;
const daNang = makeDirectory(units, getUnit(units, '48', day('2026-01-01')), { ids: (key) => key });

function from(issuer: string, on: string): Context {
  const issuerId = findIssuer(daNang, issuer, day(on));
  if (issuerId === undefined) throw new Error(`no issuer ${issuer}`);
  return { directory: daNang, on: day(on), issuerId, units };
}
const now = from('UBND thành phố Đà Nẵng', '2026-01-10');
const commune = from('UBND xã Hòa Vang', '2026-01-10');
const town = from('UBND thành phố Tam Kỳ', '2024-01-10');

const told = (printed: string, context: Context): string => {
  const found = resolve(printed, context);
  if (found.to === 'agencies') return found.agencyIds.join();
  if (found.to !== 'group') return found.to;
  return `${membersOf(context.directory, found.group, context.on).length} ${found.group.map(({ query }) => query).join('+')}`;
};

describe('a name printed by a city of two levels', () => {
  test.each([
    ['Sở NN&MT', '48@2025-07-01/Sở Nông nghiệp và Môi trường'],
    ['Giám đốc Sở Nội vụ', '48@2025-07-01/Sở Nội vụ'],
    ['UBND các xã, phường, đặc khu', '94 bodies'],
    ['UBND cấp xã', '94 bodies'],
    ['UBND các phường', '23 bodies'],
    ['Trung tâm Phục vụ hành chính công cấp xã', '94 bodies'],
    ['Công an thành phố', '48@2025-07-01/Công an {place}'],
    ['UBND phường Hội An', '20410@2025-07-01/Ủy ban nhân dân {place}'],
    ['Thanh tra thành phố', '48@2025-07-01/Thanh tra {type}'],
    // No more that day, or of no one place: for a person.
    ['UBND cấp huyện', 'queue'],
    ['Sở TN&MT', 'queue'],
    ['Phòng Kinh tế', 'queue'],
    ['Sở Phép thuật', 'queue'],
    ['UBND phường Không Có', 'queue'],
    ['', 'queue'],
    ['Nhân dân trên địa bàn', 'nothing'],
    ['Người đứng đầu cơ quan, đơn vị', 'nothing'],
    ['Giám đốc các Sở', '10 departments'],
    // What looks like one of those and is not.
    ['Sở Nội vụ, Sở Tài chính và các đơn vị liên quan', 'queue'],
    ['Các sở, ban ngành cấp tỉnh, UBND cấp xã và các đơn vị liên quan', 'queue'],
    ['Công chức Tư pháp - Hộ tịch', 'queue'],
    ['Các đơn vị', 'queue'],
    ['UBND các tỉnh, thành phố', 'queue'],
    ['Bảo hiểm xã hội cơ sở', 'queue'],
    ['UBND thành phố (Sở Nội vụ)', 'queue'],
    ['Thủ trưởng các cơ quan, đơn vị', '18 departments+services'],
    // Each level has its own, and which is meant is not said.
    ['MTTQ', 'queue'],
    ['HĐND', 'queue'],
    ['các đoàn thể', 'queue'],
    ['các sở, ban, ngành, đoàn thể', '17 departments+mass'],
    ['Công an', '48@2025-07-01/Công an {place}'],
    ['Kho bạc Nhà nước khu vực', '48@2025-07-01/Kho bạc Nhà nước khu vực'],
    ['KBNN', '48@2025-07-01/Kho bạc Nhà nước khu vực'],
    // The brackets say which of the group.
    [
      'UBND các phường (Hội An, Hải Châu)',
      '20410@2025-07-01/Ủy ban nhân dân {place},20242@2025-07-01/Ủy ban nhân dân {place}',
    ],
    ['UBND các phường (Hội An, Không Có)', 'queue'],
    ['UBND các phường (nơi có dự án)', 'queue'],
    // People, and those told by what they do.
    ['đại biểu HĐND các xã', 'queue'],
    ['cơ quan có thẩm quyền', 'nothing'],
    ['cơ quan có thẩm quyền tuyển dụng', 'queue'],
    ['Thủ trưởng các cơ quan, đơn vị chủ trì', 'queue'],
    ['Cơ quan tư pháp có thẩm quyền', 'queue'],
  ])('“%s” → %s', (printed, meaning) => expect(told(printed, now)).toBe(meaning));
});

describe('a name printed by a commune', () => {
  test.each([
    ['Phòng Văn hóa - Xã hội', '20320@2025-07-01/Phòng Văn hóa - Xã hội'],
    ['Phòn Kinh tế', '20320@2025-07-01/Phòng Kinh tế'],
    ['VP HĐND&UBND xã', '20320@2025-07-01/Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'],
    ['UBND xã', '20320@2025-07-01/Ủy ban nhân dân {place}'],
    ['UBND thành phố', '48@2025-07-01/Ủy ban nhân dân {place}'],
    ['Sở Tư pháp', '48@2025-07-01/Sở Tư pháp'],
    ['các thôn', '0 villages'],
    ['MTTQ', '20320@2025-07-01/Ủy ban Mặt trận Tổ quốc Việt Nam {place}'],
    ['Các phòng, trung tâm thuộc xã', '5 departments+services'],
  ])('“%s” → %s', (printed, meaning) => expect(told(printed, commune)).toBe(meaning));
});

describe('a name printed by a town of before', () => {
  test.each([
    ['UBND các phường, xã', '12 bodies'],
    ['Phòng Nội vụ', '502@2025-03-01/Phòng Nội vụ'],
    ['Thanh tra thành phố', '502@2025-03-01/Thanh tra {type}'],
    ['UBND tỉnh', '49@2025-03-01/Ủy ban nhân dân {place}'],
    ['Thành đoàn', '502@2025-03-01/{youth}'],
    ['Ban Tuyên giáo Thành ủy', '502@2025-03-01/Ban Tuyên giáo {party}'],
  ])('“%s” → %s', (printed, meaning) => expect(told(printed, town)).toBe(meaning));
});

describe('units called without their committees', () => {
  test.each([
    ['Các xã, phường', now, '93 bodies'],
    ['các phường', now, '23 bodies'],
    ['các huyện, thị xã, thành phố', from('UBND tỉnh Quảng Nam', '2024-01-10'), '17 bodies'],
    ['các xã, phường', town, '12 bodies'],
    // A level, or one unit, may be any body of it; the country's provinces are not ours.
    ['Cấp xã', now, 'queue'],
    ['phường Hội An', now, 'queue'],
    ['các tỉnh, thành phố', now, 'queue'],
  ])('“%s” %#', (printed, context, meaning) => expect(told(printed, context)).toBe(meaning));

  it('of one unit, come with its committee first', () => {
    expect(resolve('phường Hội An', now).candidates).toMatchObject([{ name: 'Ủy ban nhân dân phường Hội An' }]);
    expect(resolve('Cấp xã', now).candidates).toMatchObject([{ group: [{ levels: ['commune'], types: null }] }]);
  });
});

describe('a unit written short', () => {
  const province = from('UBND tỉnh Quảng Nam', '2023-05-25');
  test.each([
    ['UBND TP. Hội An', '503'],
    ['UBND TP Tam Kỳ', '502'],
    ['UBND T.P Tam Kỳ', '502'],
    ['UBND TX Điện Bàn', '507'],
    ['UBND TX. Điện Bàn', '507'],
    ['UBND H. Đại Lộc', '506'],
    ['UBND H Đại Lộc', '506'],
    ['UBND P. Cẩm Phô', '20404'],
    ['UBND P Cẩm Phô', '20404'],
    ['UBND TT. Ái Nghĩa', '20500'],
    ['UBND TT Ái Nghĩa', '20500'],
    ['UBND Q. Hải Châu', '492'],
  ])('“%s” is the committee of %s', (printed, code) =>
    expect(told(printed, province)).toBe(`${code}@2025-03-01/Ủy ban nhân dân {place}`),
  );

  it('that no unit of the type has waits', () => {
    expect(told('UBND TP. Điện Bàn', province)).toBe('queue');
    expect(told('UBND P. Đại Lộc', province)).toBe('queue');
  });
});

describe('a unit that has ended', () => {
  const next = (printed: string, context: Context) =>
    resolve(printed, context).candidates.map(({ name, why }) => [name, why]);

  it('never resolves by itself; who took over comes first, with resolution and clause', () => {
    expect(told('UBND phường Cẩm Phô', now)).toBe('queue');
    expect(next('UBND phường Cẩm Phô', now)).toEqual([
      [
        'Ủy ban nhân dân phường Hội An',
        'Phường Cẩm Phô nhập toàn bộ vào Phường Hội An từ 01/07/2025 (Nghị quyết 1659/NQ-UBTVQH15, khoản 21)',
      ],
    ]);
    expect(next('UBND tỉnh Quảng Nam', now)).toEqual([
      ['Ủy ban nhân dân thành phố Đà Nẵng', expect.stringContaining('202/2025/QH15')],
    ]);
  });

  it('of a district is each commune that took a part of it', () => {
    const names = next('UBND thành phố Hội An', now).map(([name]) => name);
    expect(names).toContain('Ủy ban nhân dân phường Hội An');
    expect(names).toContain('Ủy ban nhân dân xã Tân Hiệp');
    expect(names.length).toBe(4);
  });

  it('or only changed its type is the same one, with the day', () => {
    const dongNai = makeDirectory(units, getUnit(units, '75', day('2026-01-01')), { ids: (key) => key });
    const on = day('2026-06-01');
    const context = {
      directory: dongNai,
      on,
      units,
      issuerId: findIssuer(dongNai, 'UBND thành phố Đồng Nai', on) ?? '',
    };
    expect(told('UBND xã Tân Phú', { ...context, on: day('2026-04-29') })).toBe(
      '26116@2025-07-01/Ủy ban nhân dân {place}',
    );
    expect(told('UBND xã Tân Phú', context)).toBe('queue');
    expect(next('UBND xã Tân Phú', context)[0]).toEqual([
      'Ủy ban nhân dân phường Tân Phú',
      'Xã Tân Phú thành Phường Tân Phú từ 30/04/2026 (Nghị quyết 237/NQ-UBTVQH16)',
    ]);
  });
});

describe('what waits for a person', () => {
  it('of a department that was parted comes with who took which part, the most first', () => {
    expect(resolve('Sở LĐTBXH', now).candidates.map(({ name, why }) => [name, why])).toEqual([
      ['Sở Nội vụ', expect.stringContaining('người có công')],
      ['Sở Y tế', expect.stringContaining('trẻ em')],
      ['Sở Giáo dục và Đào tạo', expect.stringContaining('giáo dục nghề nghiệp')],
      ['Sở Nông nghiệp và Môi trường', expect.stringContaining('giảm nghèo')],
      ['Công an thành phố Đà Nẵng', expect.stringContaining('cai nghiện')],
    ]);
  });

  it('never listed here comes with nobody rather than with one whose name merely sounds alike', () => {
    const found = resolve('Sở Dân tộc và Tôn giáo', now);
    expect([found.to, found.candidates]).toEqual(['queue', []]);
    expect(found.reason).toContain('hãy thêm vào danh bạ');
  });

  it('never listed here, but known to law, comes with who took over', () => {
    const agencies = daNang.agencies.filter(({ spans }) => spans[0]?.name !== 'Sở Kế hoạch và Đầu tư');
    const found = resolve('Sở KH&ĐT', { ...now, directory: { ...daNang, agencies } });
    expect(found.candidates).toMatchObject([{ name: 'Sở Tài chính' }]);
  });

  it('as several names in one comes with all of them, in either reading of the level', () => {
    const found = resolve('MTTQ và các đoàn thể', now);
    expect(found.to).toBe('queue');
    expect(found.candidates).toMatchObject([
      { group: [{ name: 'Ủy ban Mặt trận Tổ quốc Việt Nam', levels: ['province', 'commune'] }, { query: 'mass' }] },
      {
        group: [
          { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam', levels: ['province'] },
          { query: 'mass', levels: ['province'] },
        ],
      },
    ]);
    const [both] = resolve('Sở Nội vụ, Sở Tài chính và các đơn vị liên quan', now).candidates;
    if (!both || !('group' in both)) throw new Error('no group suggested');
    expect(membersOf(daNang, both.group, now.on).map(({ span }) => span.name)).toEqual(['Sở Nội vụ', 'Sở Tài chính']);
  });

  it('comes with who took over the work of what is no more', () => {
    const found = resolve('Sở TN&MT', now);
    expect(found.reason).toContain('không có Sở Tài nguyên và Môi trường');
    expect(found.candidates[0]).toMatchObject({ agencyId: '48@2025-07-01/Sở Nông nghiệp và Môi trường' });
  });

  it('comes with the likeliest reading first', () => {
    const [first] = resolve('Phòng Kinh tế', now).candidates;
    expect(first).toMatchObject({ group: [{ query: 'bodies', name: 'Phòng Kinh tế', levels: ['commune'] }] });
    const [alike] = resolve('Ban Nội chính Thành ủy và các cơ quan khác', now).candidates;
    expect(alike).toMatchObject({ name: 'Ban Nội chính Thành ủy Đà Nẵng' });
  });
});

describe('a group', () => {
  it('is a question: a commune made later joins it', () => {
    const found = resolve('UBND các xã, phường, đặc khu', now);
    if (found.to !== 'group') throw new Error('not a group');
    const later = day('2026-05-01');
    const grown = create(
      daNang,
      {
        id: 'x',
        kind: 'committee',
        level: 'commune',
        unit: { code: '99999', validFrom: later },
        name: 'Ủy ban nhân dân phường Sông Hàn',
        shortName: 'UBND phường Sông Hàn',
        parentId: now.issuerId,
      },
      later,
    ).directory;
    expect(membersOf(grown, found.group, later).map(({ agency }) => agency.id)).toContain('x');
    expect(membersOf(grown, found.group, later).length).toBe(95);
    expect(membersOf(grown, found.group, now.on).length).toBe(94);
  });

  it('of a unit that merged is looked up with those that took over', () => {
    const found = resolve('UBND cấp xã', from('UBND tỉnh Quảng Nam', '2024-01-10'));
    if (found.to !== 'group') throw new Error('not a group');
    expect(membersOf(daNang, found.group, day('2024-01-10')).length).toBe(233);
    expect(membersOf(daNang, found.group, day('2026-01-10')).length).toBe(94);
  });
});

describe('an alias', () => {
  it('is a name like any other', () => {
    const agencies = daNang.agencies.map((agency) =>
      agency.id === '48@2025-07-01/Sở Nội vụ' ? { ...agency, aliases: ['Cơ quan thường trực CCHC'] } : agency,
    );
    const learned = { ...daNang, agencies };
    expect(told('cơ quan thường trực CCHC', { ...now, directory: learned })).toBe('48@2025-07-01/Sở Nội vụ');
    expect(told('cơ quan thường trực CCHC', now)).toBe('queue');
  });
});

describe('every agency of the directory', () => {
  it('is never taken for another when its name is printed by its own unit', () => {
    const there = agenciesOn(daNang, now.on).filter(({ agency }) => agency.level === 'province');
    fc.assert(
      fc.property(fc.constantFrom(...there), fc.boolean(), ({ agency, span }, upper) => {
        const found = resolve(upper ? span.name.toUpperCase() : span.name, now);
        if (found.to === 'agencies') expect(found.agencyIds).toEqual([agency.id]);
        else expect(found.to).toBe('queue');
      }),
      shareOf(80, 500),
    );
  });
});
