import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { loadUnits } from '../../platform/units.ts';
import type { Agency } from '../model.ts';
import { getUnit } from '../units/find.ts';
import { findDoubt } from './doubts.ts';
import { makeDirectory } from './make.ts';
import { spanOn } from './on.ts';
import { toRows } from './sheet.ts';
import { template } from './template.ts';

const units = loadUnits();
const day = (text: string): PlainDate => text as PlainDate;
const anGiang = makeDirectory(units, getUnit(units, '91', day('2026-01-01')), { ids: (key) => key });
const called = (name: string): Agency => {
  const found = anGiang.agencies.find(({ spans }) => spans.some((span) => span.name === name));
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('what the template could not prove', () => {
  it('is said of every agency it gave so, and of no other', () => {
    expect(findDoubt(called('Ban Tuyên giáo Tỉnh ủy Kiên Giang'))).toContain('Trung ương hợp nhất');
    expect(findDoubt(called('Ban Tuyên giáo và Dân vận Tỉnh ủy Kiên Giang'))).toContain('Trung ương hợp nhất');
    expect(findDoubt(called('Kho bạc Nhà nước khu vực'))).toContain('số của khu vực');
    expect(findDoubt(called('Sở Nội vụ'))).toBeUndefined();
    expect(findDoubt(called('Thi hành án dân sự tỉnh An Giang'))).toBeUndefined();
    const doubted = new Set(anGiang.agencies.flatMap((agency) => findDoubt(agency) ?? []));
    const notes = Object.values(template.entries).flatMap((entries) => entries.flatMap(({ doubt }) => doubt ?? []));
    expect([...new Set(notes)].filter((note) => !doubted.has(note))).toEqual([]);
    expect(notes.every((note) => note !== '')).toBe(true);
  });

  it('is answered by giving the agency another day', () => {
    const before = called('Ban Tuyên giáo Tỉnh ủy Kiên Giang');
    const [span] = before.spans;
    if (!span) throw new Error('no span');
    expect(findDoubt({ ...before, spans: [{ ...span, to: day('2025-02-16') }] })).toBeUndefined();
  });

  it('stands in the last column of the workbook', () => {
    const rows = toRows(anGiang).agencies;
    expect(rows.find(([, name]) => name === 'Thuế tỉnh An Giang')?.at(-1)).toContain('chưa có văn bản');
    expect(rows.find(([, name]) => name === 'Sở Nội vụ')?.at(-1)).toBe('');
  });
});

describe('offices of the ministries', () => {
  const there = (pattern: RegExp, on: string): string[] =>
    anGiang.agencies.flatMap((agency) => {
      const name = agency.level === 'province' ? spanOn(agency, day(on))?.name : undefined;
      return name && pattern.test(name) ? name : [];
    });

  it('were regional from March 2025; tax and statistics are the provinces’ again from July', () => {
    expect(there(/[Tt]huế/, '2025-02-28')).toContain('Cục Thuế tỉnh An Giang');
    expect(new Set(there(/[Tt]huế/, '2025-04-01'))).toEqual(new Set(['Chi cục Thuế khu vực']));
    expect(there(/[Tt]huế/, '2025-07-01')).toEqual(['Thuế tỉnh An Giang']);
    expect(there(/Thống kê/, '2025-04-01')).toContain('Chi cục Thống kê tỉnh An Giang');
    expect(there(/Thống kê/, '2025-07-01')).toEqual(['Thống kê tỉnh An Giang']);
    expect(there(/Kho bạc/, '2026-01-01')).toEqual(['Kho bạc Nhà nước khu vực']);
  });
});

describe('a special zone', () => {
  const divisionsOf = (zone: string): string[] => {
    const committee = called(`Ủy ban nhân dân đặc khu ${zone}`);
    return anGiang.agencies.flatMap(({ kind, spans: [span] }) =>
      kind === 'division' && span?.parentId === committee.id ? span.name : [],
    );
  };

  it('has Phòng Kinh tế like a xã, but Phú Quốc that of a phường (Nghị định 150/2025/NĐ-CP)', () => {
    expect(divisionsOf('Kiên Hải')).toContain('Phòng Kinh tế');
    expect(divisionsOf('Kiên Hải')).not.toContain('Phòng Kinh tế, Hạ tầng và Đô thị');
    expect(divisionsOf('Phú Quốc')).toContain('Phòng Kinh tế, Hạ tầng và Đô thị');
    expect(divisionsOf('Phú Quốc')).not.toContain('Phòng Kinh tế');
  });
});

const caoBang = makeDirectory(units, getUnit(units, '04', day('2026-01-01')), { ids: (key) => key });

describe('what stands under what', () => {
  const parentsOf = (name: string, on: string): string[] =>
    caoBang.agencies.flatMap((agency) => {
      const span = spanOn(agency, day(on));
      const parent = caoBang.agencies.find(({ id }) => id === span?.parentId);
      return span?.name === name ? ((parent && spanOn(parent, day(on))?.name) ?? 'none') : [];
    });

  it('changed for the mass organisations in July 2025: until then each under its own upper body, since then the Front’s', () => {
    expect(parentsOf('Hội Nông dân huyện Hà Quảng', '2024-05-01')).toEqual(['Hội Nông dân tỉnh Cao Bằng']);
    expect(parentsOf('Hội Nông dân tỉnh Cao Bằng', '2025-06-30')).toEqual(['none']);
    expect(parentsOf('Hội Nông dân tỉnh Cao Bằng', '2025-07-01')).toEqual([
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Cao Bằng',
    ]);
  });

  it('was the district’s health centre for a health station, and is the commune since', () => {
    const station = anGiang.agencies.filter(
      ({ level, spans: [span] }) => level === 'commune' && span?.name.startsWith('Trạm Y tế'),
    );
    const parents = (on: string): Set<string> =>
      new Set(
        station.flatMap((agency) => {
          const parent = spanOn(agency, day(on))?.parentId;
          const above = anGiang.agencies.find(({ id }) => id === parent);
          return (above && spanOn(above, day(on))?.name.split(' ').slice(0, 3).join(' ')) ?? [];
        }),
      );
    expect(parents('2025-06-30')).toEqual(new Set(['Trung tâm Y']));
    expect(parents('2025-07-01')).toEqual(new Set(['Ủy ban nhân']));
  });
});
