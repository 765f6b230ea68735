import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check.ts';
import { type Answers, blankQuestion, type Form, type Question, type QuestionKind } from './model.ts';
import { readyForms } from './ready.ts';
import { standingOf } from './stand.ts';
import { type AnswerOf, type FigureSum, sumForm } from './sum.ts';

const today = '2026-06-15';
const question = (kind: QuestionKind, name: string, more: Partial<Question> = {}): Question => ({
  ...blankQuestion(kind, name),
  label: name,
  ...more,
});
const form = (...items: Form['items']): Form => ({ title: 'Phiếu', note: '', items });
const stand = (one: Form, answers: Answers, pieces = 0) => standingOf(one, answers, { today, pieces });

describe('a form as it is answered', () => {
  const asked = form(
    question('integer', 'a', { required: true, constraint: '. >= 0', message: 'Không được âm.' }),
    question('calculated', 'twice', { calculation: '${a} * 2' }),
    question('long-text', 'why', { relevant: '${a} > 10', required: true }),
    question('evidence', 'papers', { required: true }),
  );

  it('asks for what its condition says, and keeps nothing of what it no longer asks', () => {
    expect([...stand(asked, { a: 3, why: 'cũ' }, 1).shown]).toEqual(['a', 'twice', 'papers']);
    expect(stand(asked, { a: 3, why: 'cũ' }, 1).values.get('why')).toBeNull();
    expect(stand(asked, { a: 11, why: 'mới' }, 1).values.get('why')).toBe('mới');
  });

  it('says what is to be mended, and is silent about what cannot be known yet', () => {
    expect(stand(asked, {}).faults.map(({ name, why }) => `${name} ${why}`)).toEqual(['a required', 'papers required']);
    expect(stand(asked, { a: -1 }, 1).faults).toEqual([{ name: 'a', why: 'constraint', message: 'Không được âm.' }]);
    expect(stand(asked, { a: 1.5 }, 1).faults[0]?.why).toBe('shape');
    const pair = form(question('integer', 'part', { constraint: '. <= ${whole}' }), question('integer', 'whole'));
    expect(stand(pair, { part: 5 }).faults).toEqual([]);
    expect(stand(pair, { part: 5, whole: 4 }).faults).toHaveLength(1);
  });

  it('reckons nothing from what is missing', () => {
    expect(stand(asked, {}).values.get('twice')).toBeNull();
    expect(stand(asked, { a: 0 }).values.get('twice')).toBe(0);
  });

  it('ends whatever its formulas say, in a circle too', () => {
    const round = form(
      question('calculated', 'a', { calculation: '${b} + 1' }),
      question('calculated', 'b', { calculation: '${a} + 1', relevant: '${a} > 0' }),
    );
    expect(stand(round, {}).values.get('a')).toBeNull();
    expect(checkForm(round).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('takes a choice only from its choices', () => {
    const choosing = form(
      question('choices', 'c', {
        choices: [
          { name: 'x', label: 'X' },
          { name: 'y', label: 'Y' },
        ],
      }),
      question('yes-no', 'd'),
    );
    expect(stand(choosing, { c: ['x', 'y'], d: 'no' }).faults).toEqual([]);
    expect(stand(choosing, { c: ['z'], d: 'maybe' }).faults.map(({ name }) => name)).toEqual(['c', 'd']);
  });
});

describe('what keeps a form from being sent', () => {
  it('is told by question, field and place', () => {
    const faulty = form(
      question('integer', 'a', { relevant: '${gone} > 1' }),
      question('choice', 'a', { choices: [] }),
      question('calculated', 'c', { calculation: '1 +' }),
      question('calculated', 'd', { calculation: '${a} div 2', sum: { way: 'share', part: 'a', whole: 'none' } }),
    );
    expect(checkForm(faulty).map(({ name, field, at }) => [name, field, at])).toEqual([
      ['a', 'name', null],
      ['a', 'relevant', 0],
      ['a', 'choices', null],
      ['c', 'calculation', 3],
      ['d', 'sum', null],
    ]);
  });

  it('is nothing in the ready forms, and each says where its terms come from', () => {
    expect(readyForms).toHaveLength(8);
    for (const ready of readyForms) {
      expect([ready.key, checkForm(ready.form)]).toEqual([ready.key, []]);
      expect(ready.source.length).toBeGreaterThan(0);
    }
  });
});

describe('the sum of the forms of many units', () => {
  const asked = form(
    question('integer', 'part'),
    question('integer', 'whole'),
    question('calculated', 'share', {
      unit: '%',
      calculation: '${part} div ${whole} * 100',
      sum: { way: 'share', part: 'part', whole: 'whole' },
    }),
    question('percent', 'rate'),
    question('choices', 'how', {
      choices: [
        { name: 'x', label: 'X' },
        { name: 'y', label: 'Y' },
      ],
    }),
    question('text', 'words'),
  );
  const sent = (source: string, answers: Answers): AnswerOf => ({ source, unit: source, answers });
  const all = [
    sent('u1', { part: 1, whole: 2, share: 50, rate: 50, how: ['x'], words: 'khó' }),
    sent('u2', { part: 90, whole: 100, share: 90, rate: 90, how: ['x', 'y'] }),
    sent('u3', { part: 7, rate: 10 }),
  ];
  const sumOf = (name: string) => sumForm(asked, all).find((one) => one.name === name);
  const figure = (name: string) => sumOf(name)?.sum as FigureSum;

  it('adds figures up, and takes Σ of the parts over Σ of the wholes, of units that stated both', () => {
    expect(figure('part')).toMatchObject({ value: 98, mean: 98 / 3, least: 1, most: 90 });
    expect(figure('share')).toMatchObject({ part: 91, whole: 102, value: (100 * 91) / 102 });
    expect(figure('rate').value).toBe(50);
  });

  it('never counts a missing figure as zero, and says who is missing', () => {
    expect(figure('whole')).toMatchObject({ value: 102, mean: 51 });
    expect(sumOf('whole')?.missing).toEqual(['u3']);
    expect(sumForm(asked, [])[0]?.sum).toMatchObject({ value: null, mean: null });
  });

  it('counts choices with the units that made them, and lists words with their author', () => {
    expect(sumOf('how')?.sum).toMatchObject({
      counts: [
        { name: 'x', sources: ['u1', 'u2'] },
        { name: 'y', count: 1 },
      ],
    });
    expect(sumOf('words')?.sum).toEqual({ of: 'texts', texts: [{ source: 'u1', unit: 'u1', text: 'khó' }] });
  });

  it('is the same in whatever order the units come, and adding a silent unit changes no figure', () => {
    const units = fc.array(
      fc.record({
        part: fc.option(fc.integer({ min: 0, max: 999 })),
        whole: fc.option(fc.integer({ min: 0, max: 999 })),
      }),
    );
    fc.assert(
      fc.property(units, (list) => {
        const ones = list.map((answers, i) => sent(`u${i}`, answers));
        const values = (of: readonly AnswerOf[]) =>
          sumForm(asked, of)
            .slice(0, 3)
            .map(({ sum }) => (sum as FigureSum).value);
        expect(values(ones.toReversed())).toEqual(values(ones));
        expect(values([...ones, sent('silent', {})])).toEqual(values(ones));
      }),
    );
  });
});
