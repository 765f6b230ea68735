import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory } from '../model.ts';
import { abolish } from './abolish.ts';
import { create } from './create.ts';
import { inheritorsOn } from './heirs.ts';
import { merge } from './merge.ts';
import { moveFunction } from './move-function.ts';
import { moveParent } from './move-parent.ts';
import { agenciesOn, ancestorsOf, findAgency, spanOn, type TreeNode, treeOn } from './on.ts';
import { rename } from './rename.ts';
import type { Reorganised } from './reorganise.ts';
import { split } from './split.ts';
import { undo } from './undo.ts';

const day = (text: string): PlainDate => text as PlainDate;
const start = day('2020-01-01');
const on = day('2026-03-01');

const agency = (id: string, name: string, parentId: string | null): Agency => ({
  id,
  kind: parentId === null ? 'committee' : 'department',
  level: 'province',
  unit: null,
  position: 0,
  aliases: [],
  spans: [{ from: start, to: null, name, shortName: null, parentId }],
});

/** A committee with three departments, one of which has a division. */
const directory: Directory = {
  agencies: [
    agency('ub', 'Ủy ban nhân dân tỉnh Minh Hà', null),
    agency('kh', 'Sở Kế hoạch', 'ub'),
    agency('tc', 'Sở Tài chính', 'ub'),
    agency('nv', 'Sở Nội vụ', 'ub'),
    agency('p1', 'Phòng Đấu thầu', 'kh'),
  ],
  successions: [],
};
const namesOn = ({ directory: after }: Reorganised, date: PlainDate): string[] =>
  agenciesOn(after, date).map(({ span }) => span.name);
const newId = (): string => 'made';
const founding = { id: 'x', kind: 'department', level: 'province', name: 'Sở Kinh tế', parentId: 'ub' } as const;

describe('a merger', () => {
  it('ends those merged the day before and hands on all their work, and what stood under them', () => {
    const done = merge(directory, { ids: ['kh', 'tc'], into: { founding }, newId }, on);
    expect(namesOn(done, day('2026-02-28'))).toContain('Sở Kế hoạch');
    expect(namesOn(done, on)).not.toContain('Sở Kế hoạch');
    expect(inheritorsOn(done.directory, 'kh', on).map((one) => one.agency.id)).toEqual(['x']);
    expect(ancestorsOf(done.directory, 'p1', on)[0]?.agency.id).toBe('x');
    expect(ancestorsOf(done.directory, 'p1', day('2026-02-28'))[0]?.agency.id).toBe('kh');
  });

  it('may go into one of the merged', () => {
    const done = merge(directory, { ids: ['kh', 'tc'], into: { id: 'tc' }, newId }, on);
    expect(spanOn(findAgency(done.directory, 'tc') as Agency, on)?.name).toBe('Sở Tài chính');
    expect(done.added).toEqual([{ fromId: 'kh', toId: 'tc', effective: on, function: null }]);
  });

  it('may take the name of one that it ends', () => {
    const named = { ...founding, name: 'Sở Tài chính' };
    expect(namesOn(merge(directory, { ids: ['kh', 'tc'], into: { founding: named }, newId }, on), on)).toContain(
      'Sở Tài chính',
    );
  });
});

describe('a split', () => {
  const parts = [{ founding: { ...founding, name: 'Sở Đầu tư' }, function: 'đầu tư công' }];

  it('gives each its function; the whole ends, or keeps the rest', () => {
    const ended = split(directory, { id: 'nv', parts, keeps: false }, on);
    expect(inheritorsOn(ended.directory, 'nv', on)).toMatchObject([
      { agency: { id: 'x' }, functions: ['đầu tư công'] },
    ]);
    expect(namesOn(split(directory, { id: 'nv', parts, keeps: true }, on), on)).toContain('Sở Nội vụ');
  });
});

describe('a name', () => {
  it('holds from its day; the former one stays true before it', () => {
    const done = rename(directory, { id: 'tc', name: 'Sở Tài chính - Kế hoạch' }, on);
    expect(namesOn(done, day('2026-02-28'))).toContain('Sở Tài chính');
    expect(namesOn(done, on)).toContain('Sở Tài chính - Kế hoạch');
    expect(done.added).toEqual([]);
  });
});

describe('one function', () => {
  it('goes to another agency while both go on', () => {
    const done = moveFunction(directory, { fromId: 'nv', toId: 'tc', function: 'tiền lương' }, on);
    expect(done.added).toEqual([{ fromId: 'nv', toId: 'tc', effective: on, function: 'tiền lương' }]);
    expect(namesOn(done, on)).toEqual(agenciesOn(directory, on).map(({ span }) => span.name));
  });
});

describe('what cannot be is refused in words', () => {
  const twice = rename(directory, { id: 'tc', name: 'Sở Ngân khố' }, day('2026-06-01')).directory;
  test.each<[string, () => unknown, RegExp]>([
    ['an agency that is not there', () => rename(directory, { id: 'zz', name: 'A' }, on), /không còn hoặc chưa có/],
    [
      'a day before it began',
      () => rename(directory, { id: 'tc', name: 'A' }, day('2019-01-01')),
      /không còn hoặc chưa có/,
    ],
    ['its first day', () => abolish(directory, { id: 'tc', takeovers: [] }, start), /bắt đầu từ chính ngày/],
    ['a change before a later one', () => rename(twice, { id: 'tc', name: 'A' }, on), /sau ngày 01\/03\/2026/],
    ['a name that is taken', () => rename(directory, { id: 'tc', name: 'Sở Nội vụ' }, on), /đã có một/],
    [
      'a name taken but for its tone mark',
      () => create(directory, { ...founding, name: 'Sơ\u0309 Nội vụ' }, on),
      /đã có một/,
    ],
    ['the same name', () => rename(directory, { id: 'tc', name: 'Sở Tài chính' }, on), /đã như vậy/],
    ['a parent under itself', () => moveParent(directory, { id: 'kh', parentId: 'p1' }, on), /chính nó/],
    ['itself as parent', () => moveParent(directory, { id: 'kh', parentId: 'kh' }, on), /chính nó/],
    ['an end with others under it', () => abolish(directory, { id: 'kh', takeovers: [] }, on), /đơn vị trực thuộc/],
    [
      'an heir that is not there',
      () => abolish(directory, { id: 'tc', takeovers: [{ toId: 'zz', function: null }] }, on),
      /chưa có/,
    ],
    [
      'a merger of an agency with itself',
      () => merge(directory, { ids: ['tc'], into: { id: 'tc' }, newId }, on),
      /cho chính nó/,
    ],
    [
      'an end that hands over to itself',
      () => abolish(directory, { id: 'tc', takeovers: [{ toId: 'tc', function: null }] }, on),
      /cho chính nó/,
    ],
    [
      'a merger into what stands under one that ends',
      () => merge(directory, { ids: ['kh', 'tc'], into: { id: 'p1' }, newId }, on),
      /trực thuộc một đơn vị kết thúc/,
    ],
    ['a merger of nothing', () => merge(directory, { ids: [], into: { id: 'tc' }, newId }, on), /đã như vậy/],
    [
      'a function to itself',
      () => moveFunction(directory, { fromId: 'tc', toId: 'tc', function: 'a' }, on),
      /cho chính nó/,
    ],
    [
      'a parent that is no more',
      () => create(directory, { ...founding, parentId: 'zz' }, on),
      /không còn hoặc chưa có/,
    ],
  ])('%s', (_what, act, told) => expect(act).toThrow(told));
});

const drawn = (of: Directory, date: PlainDate): string[] => {
  const draw = (nodes: readonly TreeNode[], depth: number): string[] =>
    nodes.flatMap(({ span, children }) => [`${' '.repeat(depth)}${span.name}`, ...draw(children, depth + 1)]);
  return draw(treeOn(of, date), 0);
};

describe('undoing', () => {
  it('gives back exactly what was, whatever was done', () => {
    const act = fc.constantFrom<(before: Directory) => Reorganised>(
      (before) => merge(before, { ids: ['kh', 'tc'], into: { founding }, newId }, on),
      (before) => merge(before, { ids: ['kh'], into: { id: 'tc' }, newId }, on),
      (before) => split(before, { id: 'nv', parts: [{ founding, function: 'a' }], keeps: false }, on),
      (before) => rename(before, { id: 'tc', name: 'Sở Ngân khố' }, on),
      (before) => moveParent(before, { id: 'p1', parentId: 'tc' }, on),
      (before) => moveFunction(before, { fromId: 'nv', toId: 'tc', function: 'a' }, on),
      (before) => create(before, founding, on),
      (before) => abolish(before, { id: 'p1', takeovers: [{ toId: 'tc', function: null }] }, on),
    );
    fc.assert(
      fc.property(act, (reorganise) => {
        const done = reorganise(directory);
        expect(undo(done.directory, done, on).directory).toEqual(directory);
        for (const date of [start, day('2026-02-28')])
          expect(drawn(done.directory, date)).toEqual(drawn(directory, date));
      }),
      shareOf(40, 400),
    );
  });

  it('is refused once something was built upon it', () => {
    const made = create(directory, founding, on);
    const renamed = rename(made.directory, { id: 'x', name: 'Sở Khác' }, day('2026-05-01'));
    expect(() => undo(renamed.directory, made, on)).toThrow(/đã thay đổi thêm/);
    const child = create(made.directory, { ...founding, id: 'y', name: 'Phòng Một', parentId: 'x' }, on);
    expect(() => undo(child.directory, made, on)).toThrow(/đã thay đổi thêm/);
  });
});
