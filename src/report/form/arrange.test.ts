import { describe, expect, it } from 'vitest';
import { add, change, move, place, remove } from './arrange.ts';
import { blankQuestion, type Form, isGroup } from './model.ts';

const form: Form = {
  ...{ title: 'Phiếu', note: '' },
  items: [
    blankQuestion('integer', 'a'),
    {
      kind: 'group',
      name: 'g',
      label: '',
      relevant: '',
      questions: [blankQuestion('text', 'b'), blankQuestion('day', 'c')],
    },
    blankQuestion('note', 'd'),
  ],
};
const say = ({ items }: Form): string =>
  items
    .map((item) => (isGroup(item) ? `${item.name}(${item.questions.map(({ name }) => name)})` : item.name))
    .join(' ');

describe('the order of a form', () => {
  it('is changed a place at a time, into groups and out of them', () => {
    expect(say(move(form, 'a', 1))).toBe('g(a,b,c) d');
    expect(say(move(move(form, 'a', 1), 'a', -1))).toBe(say(form));
    expect(say(move(form, 'c', 1))).toBe('a g(b) c d');
    expect(say(move(form, 'g', -1))).toBe('g(b,c) a d');
    expect([say(move(form, 'a', -1)), say(move(form, 'd', 1)), say(move(form, 'none', 1))]).toEqual(
      Array(3).fill(say(form)),
    );
  });

  it('is changed by putting one before another, never a group into a group', () => {
    expect(say(place(form, 'd', 'a'))).toBe('d a g(b,c)');
    expect(say(place(form, 'd', 'c'))).toBe('a g(b,d,c)');
    expect(say(place(form, 'b', null))).toBe('a g(c) d b');
    const two = add(form, 'group', null);
    expect(say(place(two.form, two.name, 'b'))).toBe(say(two.form));
  });

  it('has what is added under a name nothing else has, and loses what is taken away', () => {
    const more = add(form, 'choice', 'g');
    expect(say(more.form)).toBe(`a g(b,c,${more.name}) d`);
    expect(add(more.form, 'text', null).name).not.toBe(more.name);
    expect(say(remove(form, 'g'))).toBe('a d');
    expect(say(change(form, 'b', { name: 'e' }))).toBe('a g(e,c) d');
  });
});
