import Type, { type Static } from 'typebox';
import { Id } from '../../assignment/act.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';

/**
 * A form a lead agency designs (phiếu số liệu): questions in their order, some in groups. Its words and names are those XLSForm
 * uses, so that it goes out to and comes in from the common tools.
 */

/** percent: typed in percent · money: in the unit that is stated · calculated: by its formula · note: only read */
export const questionKinds = [
  ...(['integer', 'decimal', 'percent', 'money', 'yes-no', 'choice', 'choices'] as const),
  ...(['text', 'long-text', 'day', 'evidence', 'calculated', 'note'] as const),
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** How the figures of many units become one. share: Σ of one over Σ of another, never a mean of shares. */
export const sumWays = ['total', 'mean', 'share', 'none'] as const;
export type SumWay = (typeof sumWays)[number];

const withoutNul = '^[^\\u0000]*$';
const text = (maxLength: number) => Type.String({ maxLength, pattern: withoutNul });
/** XLSForm: begins with a letter or underscore; letters, digits, hyphens, underscores, points. */
export const namePattern = '^[A-Za-z_][A-Za-z0-9_.-]{0,63}$';
const name = Type.String({ maxLength: 64, pattern: withoutNul });
const expression = text(2_000);

export const Choice = Type.Object({ name: text(100), label: text(500) }, closed);
export type Choice = Static<typeof Choice>;

export const SumRule = Type.Object({ way: oneOf(...sumWays), part: name, whole: name }, closed);
export type SumRule = Static<typeof SumRule>;

/** What is not said is ''. `relevant`: when it is asked for; `message`: what is said where `constraint` does not hold. */
export const Question = Type.Object(
  {
    kind: oneOf(...questionKinds),
    name,
    label: text(1_000),
    hint: text(1_000),
    unit: text(50),
    required: Type.Boolean(),
    choices: Type.Array(Choice, { maxItems: 100 }),
    relevant: expression,
    constraint: expression,
    message: text(500),
    calculation: expression,
    sum: nullable(SumRule),
    /** the indicator its figure is of: stated in the register when the form is received */
    indicator: Type.Optional(nullable(Id)),
  },
  closed,
);
export type Question = Static<typeof Question>;

export const Group = Type.Object(
  {
    kind: Type.Literal('group'),
    name,
    label: text(1_000),
    relevant: expression,
    questions: Type.Array(Question, { maxItems: 200 }),
  },
  closed,
);
export type Group = Static<typeof Group>;

export const Form = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 300, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }),
    note: text(5_000),
    items: Type.Array(Type.Union([Question, Group]), { maxItems: 200 }),
  },
  closed,
);
export type Form = Static<typeof Form>;
export type FormItem = Form['items'][number];

/** Evidence is kept with the work the form is (report/evidence); its answer is how many pieces there are. */
export type Answer = number | string | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;

/** What is sent: the answers as typed, and those that follow by formula as they were then. */
export type FormContent = { answers: Answers };

/** An answer as a field of the report it is: an item of the form. `text`: words, of which two who write at once keep both. */
export type AnswerPlace = { of: 'item'; key: string; field: 'value' | 'text' };
export const placeOf = ({ kind, name }: Pick<Question, 'kind' | 'name'>): AnswerPlace => ({
  ...{ of: 'item', key: name, field: kind === 'text' || kind === 'long-text' ? 'text' : 'value' },
});

export const isGroup = (item: FormItem): item is Group => item.kind === 'group';

/** All questions in their order, each with its group. */
export type AskedIn = { question: Question; group: Group | null };
export const questionsOf = ({ items }: Pick<Form, 'items'>): AskedIn[] =>
  items.flatMap((item): AskedIn[] =>
    isGroup(item) ? item.questions.map((question) => ({ question, group: item })) : [{ question: item, group: null }],
  );

/** Kinds whose answer is a figure. */
export const figureKinds: readonly QuestionKind[] = ['integer', 'decimal', 'percent', 'money', 'calculated'];
export const isFigure = ({ kind }: Pick<Question, 'kind'>): boolean => figureKinds.includes(kind);
export const isChosen = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind === 'choice' || kind === 'choices' || kind === 'yes-no';

/** yes-no is a choice of two, as XLSForm has it. */
export const yesNo: readonly Choice[] = [
  { name: 'yes', label: 'Có' },
  { name: 'no', label: 'Không' },
];
export const choicesOf = ({ kind, choices }: Pick<Question, 'kind' | 'choices'>): readonly Choice[] =>
  kind === 'yes-no' ? yesNo : choices;

/** A question nobody has said anything of yet. */
export const blankQuestion = (kind: QuestionKind, name: string): Question => ({
  ...{ kind, name, label: '', hint: '', unit: '', required: false, choices: [], relevant: '', constraint: '' },
  ...{ message: '', calculation: '', sum: null },
});

/** How the answers of units become one: as said, else shares are averaged and other figures added up. */
export function sumRuleOf(question: Question): SumRule {
  const plain = (way: SumWay): SumRule => ({ way, part: '', whole: '' });
  if (question.sum) return question.sum;
  if (!isFigure(question)) return plain('none');
  return plain(question.kind === 'percent' || question.unit === '%' ? 'mean' : 'total');
}
