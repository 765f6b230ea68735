import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { foldAssignment } from '../fold.ts';
import type { Act, Action } from '../model.ts';
import { foldConcrete, nameConcrete } from './fold.ts';
import type { ConcreteChange } from './model.ts';

const day = (text: string) => text as PlainDate;
const on = day('2026-11-20');
const entry = (id: string, act: Act): Action => ({ id, occurrenceId: null, day: on, act });
const said = (id: string, change: ConcreteChange, concreteId = 'a') =>
  entry(id, { kind: 'concrete', concreteId, change });
const add = (villages: readonly string[] = [], text = 'Niêm yết'): ConcreteChange => ({
  ...{ kind: 'add', text, product: null, due: null, villages },
});
const tick = (village: string, day: PlainDate | null = on): ConcreteChange => ({ kind: 'tick', village, on: day });
/** What a reader sees, with the ids of the entries that ticked. */
const seen = (log: readonly Action[]) =>
  foldConcrete(log).map(({ id, text, product, due, villages, done }) => ({
    ...{ id, text, product, due, done: done && `${done.on} ${done.entry.id}` },
    villages: villages.map(({ name, done }) => `${name} ${done ? done.entry.id : '–'}`),
  }));

describe('the concrete acts of a log', () => {
  it('are none without changes', () => {
    expect(foldConcrete([])).toEqual([]);
    expect(foldConcrete([entry('1', { kind: 'accept' })])).toEqual([]);
  });

  it('keep what each of two officers ticked at once', () => {
    const log = [said('1', add(['Đông', 'Đoài'])), said('2', tick('Đông')), said('3', tick('Đoài'))];
    expect(seen(log)).toMatchObject([{ villages: ['Đông 2', 'Đoài 3'] }]);
  });

  it('say who ticked last, and take a tick away', () => {
    const log = [said('1', add(['Đông'])), said('2', tick('Đông')), said('3', tick('Đông', null))];
    expect(seen(log)).toMatchObject([{ villages: ['Đông –'] }]);
    expect(seen([...log, said('4', { kind: 'done', on })])).toMatchObject([{ done: `${on} 4` }]);
  });

  it('change in one part only what was changed', () => {
    const log = [
      said('1', add()),
      said('2', { kind: 'product', product: 'Biên bản' }),
      said('3', { kind: 'due', due: day('2026-12-01') }),
      said('4', { kind: 'text', text: 'Niêm yết hai lần' }),
    ];
    expect(seen(log)).toMatchObject([{ text: 'Niêm yết hai lần', product: 'Biên bản', due: '2026-12-01' }]);
  });

  it('come back with everything said of them when their removal is undone', () => {
    const log = [said('1', add(['Đông'])), said('2', { kind: 'remove' }), said('3', tick('Đông'))];
    expect(seen(log)).toEqual([]);
    expect(seen([...log, entry('4', { kind: 'undo', of: '2' })])).toMatchObject([{ villages: ['Đông 3'] }]);
  });

  it('keep a village’s tick while it is off the list', () => {
    const log = [
      said('1', add(['Đông'])),
      said('2', tick('Đông')),
      said('3', { kind: 'villages', add: ['Đoài'], remove: ['Đông'] }),
    ];
    expect(seen(log)).toMatchObject([{ villages: ['Đoài –'] }]);
    expect(seen([...log, said('4', { kind: 'villages', add: ['Đông'], remove: [] })])).toMatchObject([
      { villages: ['Đoài –', 'Đông 2'] },
    ]);
  });

  it('wait for the act and the village they are about', () => {
    const log = [said('2', tick('Đông')), said('3', { kind: 'due', due: on }, 'b')];
    expect(seen(log)).toEqual([]);
    expect(seen([...log, said('1', add(['Đông']))])).toMatchObject([{ id: 'a', villages: ['Đông 2'] }]);
  });

  it('change nothing of what is owed', () => {
    const issued = { assignment: { agencyId: 'u' }, occurrences: [{ id: 'o', due: on }] };
    expect(foldAssignment(issued, [said('1', add())])).toEqual(foldAssignment(issued, []));
    expect(foldAssignment(issued, [{ ...said('1', add()), occurrenceId: 'o' }])).toEqual(foldAssignment(issued, []));
  });
});

it('an act that was removed is still called by its last name', () => {
  const log = [said('1', add()), said('2', { kind: 'text', text: 'Họp' }), said('3', { kind: 'remove' })];
  expect(nameConcrete(log, 'a')).toBe('Họp');
  expect(nameConcrete(log, 'b')).toBeUndefined();
});

const names = ['Đông', 'Đoài', 'Nam', 'Bắc'];
const start = [said('a', add(names), 'a'), said('b', add(names, 'Họp thôn'), 'b')];
const someDay = fc.constantFrom(null, on, day('2026-11-21'));
const change: fc.Arbitrary<ConcreteChange> = fc.oneof(
  fc.record({ kind: fc.constant('tick' as const), village: fc.constantFrom(...names), on: someDay }),
  fc.record({ kind: fc.constant('done' as const), on: someDay }),
  fc.record({ kind: fc.constant('due' as const), due: someDay }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('product' as const), product: fc.option(fc.string()) }),
);
const changes = fc.array(fc.record({ of: fc.constantFrom('a', 'b'), change }), { maxLength: 12 });
const logOf = (who: string, list: readonly { of: string; change: ConcreteChange }[]) =>
  list.map(({ of, change }, i) => said(`${who}${i}`, change, of));
/** What a change writes; two changes of different places never meet. */
const placeOf = ({ act }: Action): string => {
  if (act.kind !== 'concrete') throw new Error('not of a concrete act');
  const { change, concreteId } = act;
  return `${concreteId} ${change.kind} ${change.kind === 'tick' ? change.village : ''}`;
};

/** Two logs shuffled into each other, each in its own order. */
function interleave(one: readonly Action[], other: readonly Action[], turns: readonly boolean[]): Action[] {
  const [a, b] = [[...one], [...other]];
  const mixed: Action[] = [];
  for (const turn of turns) {
    const next = (turn ? a : b).shift();
    if (next) mixed.push(next);
  }
  return [...mixed, ...a, ...b];
}

const turnsOf = fc.array(fc.boolean(), { maxLength: 24 });

describe('two officers at the same time', () => {
  it('lose nothing: whatever the interleaving, each place holds what was last said of it', () => {
    fc.assert(
      fc.property(changes, changes, turnsOf, (mine, yours, turns) => {
        const log = interleave(logOf('m', mine), logOf('y', yours), turns);
        const last = new Map(log.map((one) => [placeOf(one), one]));
        // The last word on each place, by itself and in any order, comes to the same.
        expect(seen([...start, ...log])).toEqual(seen([...start, ...[...last.values()].reverse()]));
      }),
    );
  });

  it('who change different things end in the same list, whoever came first', () => {
    fc.assert(
      fc.property(changes, changes, turnsOf, (mine, yours, turns) => {
        const [a, b] = [logOf('m', mine), logOf('y', yours)];
        const taken = new Set(a.map(placeOf));
        const other = b.filter((one) => !taken.has(placeOf(one)));
        expect(seen([...start, ...interleave(a, other, turns)])).toEqual(seen([...start, ...other, ...a]));
      }),
    );
  });

  it('may send again what they have sent: it counts once, and the browser may fold what it still holds behind it', () => {
    fc.assert(
      fc.property(changes, changes, fc.nat(12), (mine, yours, from) => {
        const log = [...start, ...logOf('m', mine), ...logOf('y', yours)];
        expect(seen([...log, ...logOf('m', mine).slice(from)])).toEqual(seen(log));
      }),
    );
  });
});
