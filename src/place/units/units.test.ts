import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { loadUnits } from '../../platform/units.ts';
import { communesOf, findUnit, findUnitsNamed, getUnit, noteFor, provinceOf, unitsOf } from './find.ts';
import { titleOf, type Unit } from './model.ts';
import { nameKey, splitName } from './name.ts';
import { predecessors, successors } from './succeed.ts';

const units = loadUnits();
const all: readonly Unit[] = [...units.byCode.values()].flat();
const day = (text: string): PlainDate => text as PlainDate;
const before = day('2025-06-30');
const after = day('2025-07-01');
const on = (date: PlainDate, level: Unit['level']): Unit[] =>
  all.filter((unit) => unit.level === level && findUnit(units, unit.code, date) === unit);

describe('the units of the country', () => {
  test.each([
    [before, 63, 696, 10_035],
    [after, 34, 0, 3_321],
    [day('2026-11-22'), 34, 0, 3_321],
  ])('on %s count as the official lists do', (date, provinces, districts, communes) => {
    expect([on(date, 'province'), on(date, 'district'), on(date, 'commune')].map((list) => list.length)).toEqual([
      provinces,
      districts,
      communes,
    ]);
  });

  it('are of the types the official lists count', () => {
    const count = (list: readonly Unit[]) => {
      const types = new Map<string, number>();
      for (const { type } of list) types.set(type, (types.get(type) ?? 0) + 1);
      return Object.fromEntries(types);
    };
    expect(count(on(before, 'commune'))).toEqual({ Xã: 7_695, Phường: 1_724, 'Thị trấn': 616 });
    expect(count(on(before, 'district'))).toEqual({ Quận: 49, Huyện: 508, 'Thị xã': 52, 'Thành phố': 87 });
    expect(count(on(after, 'commune'))).toEqual({ Xã: 2_621, Phường: 687, 'Đặc khu': 13 });
    // Ten communes of Đồng Nai became wards on 30 April 2026.
    expect(count(on(day('2026-04-30'), 'commune'))).toEqual({ Xã: 2_611, Phường: 697, 'Đặc khu': 13 });
  });

  it('have a parent one level up on every day they last', () => {
    for (const unit of all) {
      if (unit.level === 'province') expect(unit.parent, titleOf(unit)).toBeNull();
      else expect(findUnit(units, unit.parent ?? '', unit.validFrom), titleOf(unit)).toBeDefined();
    }
    expect(
      on(before, 'commune').every(({ parent }) => findUnit(units, parent ?? '', before)?.level === 'district'),
    ).toBe(true);
    expect(on(after, 'commune').every(({ parent }) => findUnit(units, parent ?? '', after)?.level === 'province')).toBe(
      true,
    );
  });

  it('never overlap under one code', () => {
    for (const same of units.byCode.values())
      for (const [index, unit] of same.entries()) {
        const next = same[index + 1];
        if (next) expect(unit.validTo !== null && unit.validTo < next.validFrom, titleOf(unit)).toBe(true);
      }
  });

  it('reuse codes: a code alone is no identity', () => {
    const reused = on(after, 'commune').filter(({ code }) => findUnit(units, code, before));
    const renamed = reused.filter((unit) => findUnit(units, unit.code, before)?.name !== unit.name);
    expect([reused.length, renamed.length]).toEqual([3_316, 1_842]);
  });

  it('have no people where the figure cannot be theirs', () => {
    expect(findUnit(units, '20333', after)).toMatchObject({ name: 'Hoàng Sa', population: null });
    const people = on(after, 'commune').flatMap(({ population }) => population ?? []);
    expect(people.length).toBeGreaterThan(2_800);
    expect(Math.max(...people)).toBeLessThan(300_001);
    expect(on(before, 'commune').every(({ population }) => population === null)).toBe(true);
  });
});

describe('code 00004', () => {
  it('is phường Trúc Bạch on 30 June 2025 and phường Ba Đình the day after', () => {
    expect(titleOf(getUnit(units, '00004', before))).toBe('Phường Trúc Bạch');
    expect(titleOf(getUnit(units, '00004', after))).toBe('Phường Ba Đình');
  });

  it('went into phường Ba Đình as a whole, by clause 3', () => {
    const found = successors(units, '00004', before);
    expect(found.map(({ to, ...how }) => [to.code, to.validFrom, how.share, how.resolution, how.clause])).toEqual([
      ['00004', '2025-07-01', 'whole', '1656/NQ-UBTVQH15', '3'],
    ]);
    expect(successors(units, '00004', after)).toEqual([]);
  });
});

describe('successors', () => {
  it('stand for each of the 10,035 old communes, and each of the 3,321 has predecessors', () => {
    for (const { code } of on(before, 'commune'))
      expect(successors(units, code, before).length, code).toBeGreaterThan(0);
    for (const { code } of on(after, 'commune'))
      expect(predecessors(units, code, after).length, code).toBeGreaterThan(0);
  });

  it('are parts exactly where a commune went to several: 441 of them', () => {
    const old = on(before, 'commune').map(({ code }) => successors(units, code, before));
    const parted = old.filter((links) => links.some(({ share }) => share === 'part'));
    expect(parted.length).toBe(441);
    for (const links of old) for (const { share } of links) expect(share).toBe(links.length > 1 ? 'part' : 'whole');
  });

  it('and predecessors tell the same pairs', () => {
    const forward = on(before, 'commune').flatMap(({ code }) => successors(units, code, before));
    const back = on(after, 'commune').flatMap(({ code }) => predecessors(units, code, after));
    expect(forward.length).toBe(10_566);
    // Back also stand the five island districts that had no communes.
    expect(new Set(back)).toEqual(new Set([...forward, ...back.filter(({ from }) => from.level === 'district')]));
    expect(back.length).toBe(10_571);
  });

  it('never leave the merged province', () => {
    for (const { code } of on(before, 'commune')) {
      const province = provinceOf(units, getUnit(units, code, before), before)?.code ?? '';
      const merged = successors(units, province, before).map(({ to }) => to.code);
      for (const { to } of successors(units, code, before)) expect([to.parent]).toEqual(merged);
    }
  });

  it('of a province are one, as a whole, by the resolution that merged it', () => {
    expect(successors(units, '49', before)).toMatchObject([
      { to: { code: '48', name: 'Đà Nẵng' }, share: 'whole', resolution: '202/2025/QH15' },
    ]);
    expect(successors(units, '01', before)).toMatchObject([{ to: { code: '01' }, share: 'whole', resolution: null }]);
    expect(predecessors(units, '68', after).filter(({ from }) => from.level === 'province').length).toBe(3);
  });

  it('of a district are the communes its communes went into', () => {
    const island = successors(units, '498', before);
    expect(island).toMatchObject([{ to: { code: '20333' }, share: 'whole', clause: '92' }]);
    for (const { code } of on(before, 'district')) {
      const reached = new Set(
        unitsOf(units, code, before).flatMap((unit) => successors(units, unit.code, before).map(({ to }) => to)),
      );
      if (reached.size > 0) expect(new Set(successors(units, code, before).map(({ to }) => to))).toEqual(reached);
      expect(successors(units, code, before).length).toBeGreaterThan(0);
    }
  });

  it('of a commune whose status changed later are the changed one', () => {
    expect(findUnit(units, '25270', day('2026-04-29'))).toMatchObject({ type: 'Xã', validTo: '2026-04-29' });
    expect(successors(units, '25270', day('2026-04-29'))).toMatchObject([
      { to: { type: 'Phường', name: 'Lộc Ninh', validFrom: '2026-04-30', validTo: null }, share: 'whole' },
    ]);
    expect(predecessors(units, '25270', day('2026-04-30'))).toMatchObject([{ from: { type: 'Xã' } }]);
  });

  it('of a change without a known day are not made up: the unit stays and says what is known', () => {
    const unit = getUnit(units, '07294', day('2026-11-22'));
    expect(titleOf(unit)).toBe('Xã Bố Hạ');
    expect(noteFor(unit, day('2026-11-22'))).toContain('388/NQ-UBTVQH16');
    expect(all.filter(({ note }) => note !== null).length).toBe(13);
  });
});

describe('a day the lists do not reach', () => {
  it('is answered with the list of early 2025, and says so', () => {
    const unit = getUnit(units, '00004', day('2020-01-01'));
    expect(titleOf(unit)).toBe('Phường Trúc Bạch');
    expect(noteFor(unit, day('2020-01-01'))).toContain('01/03/2025');
    expect(noteFor(unit, day('2025-03-01'))).toBeNull();
  });
});

describe('a name of before the first list', () => {
  it('is found on its days alone, and told', () => {
    const named = (printed: string, on: string) =>
      findUnitsNamed(units, printed, { on: day(on) }).map(({ code }) => code);
    expect(named('tỉnh Thừa Thiên - Huế', '2024-12-31')).toEqual(['46']);
    expect(named('Thừa Thiên Huế', '2025-01-01')).toEqual([]);
    expect(named('thành phố Thừa Thiên Huế', '2024-01-01')).toEqual([]);
    expect(noteFor(getUnit(units, '46', day('2024-12-31')), day('2024-12-31'))).toContain('là Tỉnh Thừa Thiên Huế');
    expect(noteFor(getUnit(units, '46', day('2025-01-01')), day('2025-01-01'))).not.toContain('Thừa Thiên');
  });
});

describe('a code that meant nothing that day', () => {
  it('is a problem that says when it meant something', () => {
    expect(() => getUnit(units, '00001', after)).toThrow(/Phường Phúc Xá \(01\/03\/2025 – 30\/06\/2025\)/);
    expect(() => getUnit(units, '99999', after)).toThrow(Problem);
  });
});

describe('a printed name', () => {
  const named = (printed: string, date: PlainDate, province: string | null = null) =>
    findUnitsNamed(units, printed, { on: date, province }).map(({ code }) => code);

  test.each([
    ['phường Ba Đình', after, null, ['00004']],
    ['Quận Ba Đình', before, null, ['001']],
    ['thị xã Ba Đồn', before, null, ['458']],
    ['TX Ba Đồn', before, '44', ['458']],
    ['Tỉnh Quảng Nam', before, null, ['49']],
    ['Quảng Nam', after, null, []],
    ['TP. Hồ Chí Minh', after, null, ['79']],
    ['TP.HCM', after, null, ['79']],
    ['TPHCM', after, null, ['79']],
    ['tp hcm', after, null, ['79']],
    ['Q.1', before, '79', ['760']],
    ['Q1', before, '79', ['760']],
    ['P Rao', after, null, []],
    ['phuong ba dinh', after, null, ['00004']],
    ['', after, null, []],
  ])('“%s” on %s in %s', (printed, date, province, codes) => {
    expect(named(printed, date, province)).toEqual(codes);
  });

  it('with homonyms comes back as several, fewer within its province', () => {
    expect(named('xã Tân Tiến', before).length).toBeGreaterThan(10);
    expect(named('xã Tân Tiến', before, '24').length).toBe(
      communesOf(units, '24', before).filter((unit) => titleOf(unit) === 'Xã Tân Tiến').length,
    );
  });

  it('is found wherever its tone mark sits', () => {
    expect(named('xã Hoà Vang', after)).toEqual(named('xã Hòa Vang', after));
    expect(named('xã Hòa Vang', after).length).toBe(1);
    expect(nameKey('Thủy Nguyên')).toBe(nameKey('Thuỷ  Nguyên'.normalize('NFD')));
    expect(nameKey('Tân Hà')).not.toBe(nameKey('Tân Hạ'));
  });

  it('of every unit finds it, in either spelling and either normal form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom('NFC', 'NFD'), (unit, form) => {
        expect(findUnitsNamed(units, titleOf(unit).normalize(form), { on: unit.validFrom })).toContain(unit);
      }),
    );
  });

  it('keeps a number as its name', () => {
    expect(splitName('Phường 5')).toEqual({ type: 'Phường', name: '5' });
    expect(splitName('Xã')).toEqual({ type: null, name: 'Xã' });
  });
});
