import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Agency, Directory } from '../model.ts';
import { nameKey } from '../units/name.ts';
import { endedBy, giversOf, heirOf } from './handing.ts';
import { merge } from './merge.ts';
import { agenciesOn, findAgency, spanOn } from './on.ts';
import { type Asked, perform } from './perform.ts';
import type { Reorganised } from './reorganise.ts';
import { undo } from './undo.ts';

const on = '2026-12-01' as PlainDate;
const before = '2026-11-30' as PlainDate;

const agency = (id: string, kind: Agency['kind'], name: string, parentId: string | null): Agency => ({
  ...{ id, kind, unit: null, position: 0, aliases: [] },
  level: kind === 'village' ? 'village' : /[ab]\d?$/.test(id) ? 'commune' : 'province',
  spans: [{ from: '2025-07-01' as PlainDate, to: null, name, shortName: null, parentId }],
});

const commune = (c: string, place: string): Agency[] => [
  agency(`ub-${c}`, 'committee', `Ủy ban nhân dân xã ${place}`, 'tinh'),
  agency(`hd-${c}`, 'council', `Hội đồng nhân dân xã ${place}`, null),
  agency(`kt-${c}`, 'division', 'Phòng Kinh tế', `ub-${c}`),
  agency(`mt-${c}`, 'front', `Ủy ban MTTQ xã ${place}`, 'mt'),
  agency(`tt-${c}`, 'other', `Ban Thanh tra nhân dân xã ${place}`, `mt-${c}`),
  agency(`thon-${c}`, 'village', 'Thôn 1', `ub-${c}`),
];

/** A province with two departments, the Front and two communes; only the first has an archive. */
const province: Directory = {
  agencies: [
    agency('tinh', 'committee', 'Ủy ban nhân dân tỉnh Minh Hà', null),
    agency('mt', 'front', 'Ủy ban MTTQ tỉnh', null),
    agency('tc', 'department', 'Sở Tài chính', 'tinh'),
    agency('nv', 'department', 'Sở Nội vụ', 'tinh'),
    agency('vp-tc', 'division', 'Văn phòng', 'tc'),
    agency('vp-nv', 'division', 'Văn phòng', 'nv'),
    ...commune('a', 'Tân Lập'),
    ...commune('b', 'Bình Khê'),
    agency('luu-a', 'service', 'Kho lưu trữ', 'ub-a'),
  ],
  successions: [],
};

const ids = () => {
  let made = 0;
  return () => {
    made += 1;
    return `new${made}`;
  };
};
const founding = { kind: 'committee', level: 'commune', name: 'Ủy ban nhân dân xã Tân Khê', shortName: null } as const;
const into = { founding: { ...founding, parentId: 'tinh' } };
const there = ({ directory }: Pick<Reorganised, 'directory'>): string[] =>
  agenciesOn(directory, on).map(({ span }) => {
    const parent = findAgency(directory, span.parentId ?? '');
    return `${span.name} < ${parent ? spanOn(parent, on)?.name : ''}`;
  });

describe('merging two communes', () => {
  const done = perform(province, { kind: 'merge', ids: ['ub-a', 'ub-b'], into }, on, ids());

  it('makes one of each of their divisions and bodies, under the place’s new name', () => {
    const of = there(done).filter((line) => line.includes('Tân Khê'));
    expect(of.filter((line) => !line.startsWith('Thôn')).sort()).toEqual([
      'Ban Thanh tra nhân dân xã Tân Khê < Ủy ban MTTQ xã Tân Khê',
      'Hội đồng nhân dân xã Tân Khê < ',
      'Kho lưu trữ < Ủy ban nhân dân xã Tân Khê',
      'Phòng Kinh tế < Ủy ban nhân dân xã Tân Khê',
      'Ủy ban MTTQ xã Tân Khê < Ủy ban MTTQ tỉnh',
      'Ủy ban nhân dân xã Tân Khê < Ủy ban nhân dân tỉnh Minh Hà',
    ]);
    expect(there(done).join()).not.toMatch(/Tân Lập|Bình Khê/);
  });

  it('leaves villages of one name two villages', () => {
    expect(there(done).filter((line) => line.startsWith('Thôn 1'))).toHaveLength(2);
  });

  it('gives every one that ends the one that goes on with the whole of its work', () => {
    expect(new Set(done.added.map(({ fromId }) => fromId))).toEqual(new Set(endedBy(done)));
    expect(done.added.every((one) => one.function === null)).toBe(true);
  });
});

it('a commune merged into one that stays gives its divisions and bodies to those of the other', () => {
  const done = merge(province, { ids: ['ub-b'], into: { id: 'ub-a' }, newId: ids() }, on);
  expect(Object.fromEntries(done.added.map(({ fromId, toId }) => [fromId, toId]))).toEqual({
    ...{ 'ub-b': 'ub-a', 'hd-b': 'hd-a', 'kt-b': 'kt-a', 'mt-b': 'mt-a', 'tt-b': 'tt-a' },
  });
});

it('two places of one name are not taken for each other', () => {
  const [first] = commune('a', 'Tân Lập');
  const twice = { ...province, agencies: [...province.agencies, { ...first, id: 'ub-c' } as Agency] };
  const asked: Asked = { kind: 'merge', ids: ['ub-b'], into: { id: 'ub-c' } };
  expect(perform(twice, asked, on, ids()).added.map(({ fromId }) => fromId)).not.toContain('hd-a');
  const other: Asked = { kind: 'merge', ids: ['ub-c'], into: { id: 'ub-b' } };
  expect(perform(twice, other, on, ids()).added.map(({ fromId }) => fromId)).not.toContain('hd-a');
});

it('a new commune may be called like one of those it is made of', () => {
  const named = { founding: { ...founding, name: 'Ủy ban nhân dân xã Tân Lập', parentId: 'tinh' } };
  const done = perform(province, { kind: 'merge', ids: ['ub-a', 'ub-b'], into: named }, on, ids());
  expect(there(done).filter((line) => line.startsWith('Hội đồng'))).toEqual(['Hội đồng nhân dân xã Tân Lập < ']);
  expect(endedBy(done)).toContain('hd-a');
});

describe('an agency whose end is entered for a later day', () => {
  const ending = perform(province, { kind: 'merge', ids: ['ub-a', 'ub-b'], into }, on, ids()).directory;
  const sooner = '2026-11-25' as PlainDate;

  it('may be called otherwise until then, and keeps its work', () => {
    const asked: Asked = { kind: 'rename', id: 'ub-a', name: 'Ủy ban nhân dân xã Tân', shortName: null };
    const done = perform(ending, asked, sooner, ids());
    expect([endedBy(done), giversOf(done)]).toEqual([[], []]);
    expect(findAgency(done.directory, 'ub-a')?.spans.map(({ to }) => to)).toEqual(['2026-11-24', before]);
  });

  it('does not end twice', () => {
    const asked: Asked = { kind: 'abolish', id: 'kt-a', takeovers: [{ toId: 'kt-b', function: null }] };
    expect(() => perform(ending, asked, sooner, ids())).toThrow(/đã có một thay đổi sau/);
  });
});

describe('any reorganisation that is not refused', () => {
  const id = fc.constantFrom(...province.agencies.map((one) => one.id), 'nobody');
  const name = fc.constantFrom('Sở Kinh tế', 'Ủy ban nhân dân xã Tân Khê', 'Sở Tài chính', 'Phòng Kinh tế');
  const part = fc.constantFrom('giá', 'ngân sách');
  const made = fc.record({ name, parentId: fc.option(id) }).map((one) => ({ ...founding, ...one }));
  const asked: fc.Arbitrary<Asked> = fc.oneof(
    made.map((one): Asked => ({ kind: 'create', founding: one })),
    fc
      .record({
        ids: fc.array(id, { minLength: 1, maxLength: 3 }),
        into: fc.oneof(fc.record({ id }), fc.record({ founding: made })),
      })
      .map((one): Asked => ({ kind: 'merge', ...one })),
    fc
      .record({
        id,
        parts: fc.array(fc.record({ founding: made, function: part }), { minLength: 1, maxLength: 2 }),
        keeps: fc.boolean(),
      })
      .map((one): Asked => ({ kind: 'split', ...one })),
    fc
      .record({ id, takeovers: fc.array(fc.record({ toId: id, function: fc.option(part) }), { maxLength: 2 }) })
      .map((one): Asked => ({ kind: 'abolish', ...one })),
    fc.record({ fromId: id, toId: id, function: part }).map((one): Asked => ({ kind: 'move-function', ...one })),
    fc.record({ id, parentId: fc.option(id) }).map((one): Asked => ({ kind: 'move-parent', ...one })),
    fc.record({ id, name }).map((one): Asked => ({ kind: 'rename', shortName: null, ...one })),
  );

  const attempt = (what: Asked): Reorganised | undefined => {
    try {
      return perform(province, what, on, ids());
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  };
  const isThere = (directory: Directory, one: string | null): boolean => {
    const found = one === null ? undefined : findAgency(directory, one);
    return found !== undefined && spanOn(found, on) !== undefined;
  };

  it('leaves no work with an agency that has ended, nobody under one, no two of one name in one place; and can be undone', () => {
    let entered = 0;
    fc.assert(
      fc.property(asked, (what) => {
        const done = attempt(what);
        if (!done) return;
        entered += 1;
        const { directory } = done;
        for (const { fromId, toId } of done.added)
          expect([fromId === toId, isThere(directory, toId)]).toEqual([false, true]);
        for (const from of giversOf(done)) {
          const to = heirOf(done, [], from, 'any');
          // Either somebody who is there that day has it, or a person is asked to name one.
          if (to !== null) expect(isThere(directory, to)).toBe(true);
        }
        const days = agenciesOn(directory, on);
        for (const { span } of days) if (span.parentId !== null) expect(isThere(directory, span.parentId)).toBe(true);
        const stands = days
          .filter((one) => one.agency.kind !== 'village')
          .map(({ span }) => `${span.parentId} ${nameKey(span.name)}`);
        expect(new Set(stands).size).toBe(stands.length);
        expect(agenciesOn(directory, before)).toEqual(
          agenciesOn(province, before).map(({ agency: one, span }) => ({
            agency: findAgency(directory, one.id),
            span: { ...span, to: findAgency(directory, one.id)?.spans[0]?.to ?? null },
          })),
        );
        expect(undo(directory, done, on).directory).toEqual(province);
      }),
      shareOf(300, 3_000),
    );
    expect(entered).toBeGreaterThan(20);
  });
});
