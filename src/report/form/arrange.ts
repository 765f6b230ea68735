import { blankQuestion, type Form, type FormItem, isGroup, type Question, type QuestionKind } from './model.ts';

/** What the designer does to the order of a form. Each gives another form; what is not there changes nothing. */

type Token =
  | { of: 'question'; question: Question }
  | { of: 'begin' | 'end'; group: Extract<FormItem, { kind: 'group' }> };

/** The form as a row of questions and brackets, in which moving is trading places with the neighbour. */
const unroll = ({ items }: Form): Token[] =>
  items.flatMap((item): Token[] =>
    isGroup(item)
      ? [
          { of: 'begin', group: item },
          ...item.questions.map((question) => ({ of: 'question' as const, question })),
          { of: 'end', group: item },
        ]
      : [{ of: 'question', question: item }],
  );

function rollUp(form: Form, tokens: readonly Token[]): Form {
  const items: FormItem[] = [];
  let open: Question[] | undefined;
  for (const token of tokens) {
    if (token.of === 'begin') {
      open = [];
      items.push({ ...token.group, questions: open });
    } else if (token.of === 'question') (open ?? items).push(token.question);
    else open = undefined;
  }
  return { ...form, items };
}

/** One place up or down: a question into, through and out of groups, a group with all that is in it. */
export function move(form: Form, name: string, by: -1 | 1): Form {
  const top = form.items.findIndex((item) => isGroup(item) && item.name === name);
  if (top >= 0) return { ...form, items: swapped(form.items, top, top + by) };
  const tokens = unroll(form);
  const at = tokens.findIndex((token) => token.of === 'question' && token.question.name === name);
  return at < 0 ? form : rollUp(form, swapped(tokens, at, at + by));
}

function swapped<T>(list: readonly T[], a: number, b: number): T[] {
  const [one, other] = [list[a], list[b]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(a, other).with(b, one);
}

/** Puts a question or group before another; `before` null: at the end. What is dropped on a group's own question stays out of it. */
export function place(form: Form, name: string, before: string | null): Form {
  if (name === before) return form;
  const item = find(form, name);
  if (item === undefined) return form;
  const rest = remove(form, name);
  if (before === null) return { ...rest, items: [...rest.items, item] };
  const top = rest.items.findIndex((one) => one.name === before);
  if (top >= 0) return { ...rest, items: rest.items.toSpliced(top, 0, item) };
  if (isGroup(item)) return form;
  return mapGroups(rest, (questions) => {
    const at = questions.findIndex((one) => one.name === before);
    return at < 0 ? questions : questions.toSpliced(at, 0, item);
  });
}

const mapGroups = (form: Form, of: (questions: Question[]) => Question[]): Form => ({
  ...form,
  items: form.items.map((item) => (isGroup(item) ? { ...item, questions: of(item.questions) } : item)),
});

const find = ({ items }: Form, name: string): FormItem | undefined =>
  items.flatMap((item) => (isGroup(item) ? [item, ...item.questions] : [item])).find((item) => item.name === name);

/** Without a question, or without a group and all that is in it. */
export function remove(form: Form, name: string): Form {
  const rest = { ...form, items: form.items.filter((item) => item.name !== name) };
  return mapGroups(rest, (questions) => questions.filter((one) => one.name !== name));
}

/** With a question or group changed; a new name is carried into nothing: formulas that have the old one are told of. */
export function change(form: Form, name: string, to: Partial<FormItem>): Form {
  const items = form.items.map((item): FormItem => (item.name === name ? ({ ...item, ...to } as FormItem) : item));
  return mapGroups({ ...form, items }, (questions) =>
    questions.map((one) => (one.name === name ? ({ ...one, ...to } as Question) : one)),
  );
}

/** A name nothing has yet: cau_1, cau_2 … */
export function freeName({ items }: Form, stem: string): string {
  const taken = new Set(
    items.flatMap((item) => (isGroup(item) ? [item, ...item.questions] : [item])).map(({ name }) => name),
  );
  for (let i = 1; ; i++) if (!taken.has(`${stem}_${i}`)) return `${stem}_${i}`;
}

/** With a question at the end, or of the group that is named. */
export function add(form: Form, kind: QuestionKind | 'group', into: string | null): { form: Form; name: string } {
  const name = freeName(form, kind === 'group' ? 'nhom' : 'cau');
  if (kind === 'group') {
    const group: FormItem = { kind, name, label: '', relevant: '', questions: [] };
    return { name, form: { ...form, items: [...form.items, group] } };
  }
  const question = {
    ...blankQuestion(kind, name),
    choices: kind === 'choice' || kind === 'choices' ? twoChoices() : [],
  };
  if (into === null) return { name, form: { ...form, items: [...form.items, question] } };
  const items = form.items.map((item) =>
    isGroup(item) && item.name === into ? { ...item, questions: [...item.questions, question] } : item,
  );
  return { name, form: { ...form, items } };
}

const twoChoices = () => [
  { name: 'a', label: '' },
  { name: 'b', label: '' },
];
