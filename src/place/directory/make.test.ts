import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { loadUnits } from '../../platform/units.ts';
import type { Directory } from '../model.ts';
import { communesOf, getUnit } from '../units/find.ts';
import { inheritorsOn } from './heirs.ts';
import { makeDirectory } from './make.ts';
import { agenciesOn, ancestorsOf, descendantsOf, findAgency, spanOn, treeOn } from './on.ts';

const units = loadUnits();
const day = (text: string): PlainDate => text as PlainDate;
const make = (code: string, on: string): Directory =>
  makeDirectory(units, getUnit(units, code, day(on)), { ids: (key) => key });

const quangNam = make('49', '2023-05-25');
const caoBang = make('04', '2026-01-01');
const departments = (directory: Directory, on: string): string[] =>
  agenciesOn(directory, day(on)).flatMap(({ agency, span }) => (agency.kind === 'department' ? [span.name] : []));

describe('the template of a province', () => {
  it('has the departments of before, of the four months between, and of two levels', () => {
    expect(departments(quangNam, '2023-05-25')).toContain('Sở Tài nguyên và Môi trường');
    expect(departments(quangNam, '2023-05-25')).not.toContain('Sở Nông nghiệp và Môi trường');
    expect(departments(quangNam, '2025-03-01')).toContain('Sở Nông nghiệp và Môi trường');
    expect(departments(quangNam, '2025-03-01')).not.toContain('Sở Kế hoạch và Đầu tư');
    expect(departments(caoBang, '2025-07-01')).toEqual(departments(caoBang, '2025-03-01'));
  });

  it('has a committee for every commune and district there is that day, under the right one', () => {
    for (const [directory, code, on] of [
      [quangNam, '49', '2023-05-25'],
      [caoBang, '04', '2025-06-30'],
      [caoBang, '04', '2026-01-01'],
    ] as const) {
      const committees = agenciesOn(directory, day(on)).filter(({ agency }) => agency.kind === 'committee');
      const communes = communesOf(units, code, day(on)).map((unit) => unit.code);
      const codes = committees.flatMap(({ agency }) => (agency.level === 'commune' ? (agency.unit?.code ?? []) : []));
      expect(codes.sort()).toEqual(communes.sort());
      for (const { agency } of committees.filter((one) => one.agency.level !== 'province'))
        expect(ancestorsOf(directory, agency.id, day(on)).at(-1)?.agency.level).toBe('province');
    }
  });

  it('has no districts since July 2025', () => {
    expect(agenciesOn(caoBang, day('2025-06-30')).some(({ agency }) => agency.level === 'district')).toBe(true);
    expect(agenciesOn(caoBang, day('2025-07-01')).some(({ agency }) => agency.level === 'district')).toBe(false);
  });

  it('makes the same agencies in the same order every time', () => {
    let first = 0;
    let second = 0;
    const count = (code: string, next: () => number) =>
      makeDirectory(units, getUnit(units, code, day('2026-01-01')), { ids: () => `${next()}` });
    expect(count('04', () => first++)).toEqual(count('04', () => second++));
  });

  it('gives every agency an id of its own, and spans in order that never overlap', () => {
    for (const directory of [quangNam, caoBang]) {
      expect(new Set(directory.agencies.map(({ id }) => id)).size).toBe(directory.agencies.length);
      for (const { id, spans } of directory.agencies)
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1];
          expect(next === undefined || (span.to !== null && span.to < next.from), id).toBe(true);
          expect(span.to === null || span.from <= span.to, id).toBe(true);
        }
    }
  });

  it('has optional departments only where they are asked for', () => {
    const asked = makeDirectory(units, getUnit(units, '04', day('2026-01-01')), {
      ids: (key) => key,
      also: ['Ban Dân tộc'],
    });
    expect(departments(asked, '2024-01-01')).toContain('Ban Dân tộc');
    expect(departments(caoBang, '2024-01-01')).not.toContain('Ban Dân tộc');
  });

  it('makes every parent an agency that is there that day', () => {
    for (const { id, spans } of caoBang.agencies)
      for (const { parentId, from } of spans)
        if (parentId !== null) {
          const parent = findAgency(caoBang, parentId);
          expect(parent && spanOn(parent, from), id).toBeDefined();
        }
  });
});

describe('who carries the work on', () => {
  const carries = (directory: Directory, id: string, on: string): string[] =>
    inheritorsOn(directory, id, day(on)).map(({ agency }) => spanOn(agency, day(on))?.name ?? '');

  it('of Sở Kế hoạch và Đầu tư is Sở Tài chính', () => {
    expect(carries(caoBang, '04@2025-03-01/Sở Kế hoạch và Đầu tư', '2025-03-01')).toEqual(['Sở Tài chính']);
    expect(carries(caoBang, '04@2025-03-01/Sở Kế hoạch và Đầu tư', '2025-02-28')).toEqual(['Sở Kế hoạch và Đầu tư']);
  });

  it('of two departments of land and of farms is one', () => {
    for (const name of ['Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Phát triển nông thôn'])
      expect(carries(caoBang, `04@2025-03-01/${name}`, '2026-01-01')).toEqual(['Sở Nông nghiệp và Môi trường']);
  });

  it('of Sở LĐTBXH goes by function', () => {
    const found = inheritorsOn(caoBang, '04@2025-03-01/Sở Lao động - Thương binh và Xã hội', day('2025-03-01'));
    const functionOf = Object.fromEntries(
      found.map(({ agency, functions }) => [agency.spans[0]?.name, functions.join()]),
    );
    expect(functionOf['Sở Nông nghiệp và Môi trường']).toContain('giảm nghèo');
    expect(functionOf['Sở Nội vụ']).toContain('lao động');
    expect(functionOf['Sở Y tế']).toContain('bảo trợ xã hội');
  });

  it('of a province that merged goes on at the province it went into, through both reorganisations', () => {
    const found = inheritorsOn(quangNam, '49@2025-03-01/Sở Kế hoạch và Đầu tư', day('2025-07-01'));
    expect(found.map(({ agency }) => agency.id)).toEqual(['48@2025-07-01/Sở Tài chính']);
  });

  it('of a district is its communes, each for its area', () => {
    const found = inheritorsOn(quangNam, '502@2025-03-01/Ủy ban nhân dân {place}', day('2025-07-01'));
    expect(found.length).toBeGreaterThan(1);
    expect(
      found.every(({ agency, functions }) => agency.level === 'commune' && functions[0]?.startsWith('địa bàn')),
    ).toBe(true);
  });

  it('of every commune committee of before is a commune committee', () => {
    const old = agenciesOn(caoBang, day('2025-06-30')).filter(
      ({ agency }) => agency.kind === 'committee' && agency.level === 'commune',
    );
    for (const { agency } of old)
      expect(
        inheritorsOn(caoBang, agency.id, day('2025-07-01')).map((one) => one.agency.kind),
        agency.id,
      ).toContain('committee');
  });

  it('stays the same agency where only the status of a province or commune changed', () => {
    const dongNai = make('75', '2026-01-01');
    const commune = findAgency(dongNai, '25270@2025-07-01/Ủy ban nhân dân {place}');
    expect(commune?.spans.map(({ from, name }) => `${from} ${name}`)).toEqual([
      '2025-07-01 Ủy ban nhân dân xã Lộc Ninh',
      '2026-04-30 Ủy ban nhân dân phường Lộc Ninh',
    ]);
    expect(carries(dongNai, '25270@2025-07-01/Phòng Kinh tế', '2026-05-01')).toEqual([
      'Phòng Kinh tế, Hạ tầng và Đô thị',
    ]);
  });
});

describe('the tree of a day', () => {
  it('holds every agency of the day once', () => {
    const count = (nodes: ReturnType<typeof treeOn>): number =>
      nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
    for (const on of ['2014-05-20', '2025-03-15', '2026-01-01'])
      expect(count(treeOn(caoBang, day(on)))).toBe(agenciesOn(caoBang, day(on)).length);
  });

  it('is empty before the template begins', () => {
    expect(treeOn(caoBang, day('2014-05-19'))).toEqual([]);
  });

  it('shows a commune with its divisions under it', () => {
    const [commune] = agenciesOn(caoBang, day('2026-01-01')).filter(
      ({ agency }) => agency.kind === 'committee' && agency.level === 'commune',
    );
    const under = descendantsOf(caoBang, commune?.agency.id ?? '', day('2026-01-01')).map(({ span }) => span.name);
    expect(under).toContain('Phòng Văn hóa - Xã hội');
    expect(under).toContain('Trung tâm Phục vụ hành chính công');
  });
});
