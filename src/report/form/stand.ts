import { evaluate, truthOf } from './expression/evaluate.ts';
import type { Expression, Value } from './expression/model.ts';
import { parseExpression } from './expression/parse.ts';
import { type Answer, type Answers, type Form, type Group, isGroup, type Question, questionsOf } from './model.ts';

/** What is wrong with an answer. required: asked for and not given · constraint: the form's own check · shape: no such answer */
export type AnswerFault = { name: string; why: 'required' | 'constraint' | 'shape'; message: string };

/** How a form stands with its answers: what is asked, what follows by formula, what is still to be mended. */
export type Standing = {
  shown: ReadonlySet<string>;
  values: ReadonlyMap<string, Answer>;
  faults: readonly AnswerFault[];
};

/** `pieces`: how many pieces of evidence were added; `today`: ISO day. */
export type Beside = { pieces: number; today: string };

/**
 * How a form stands; shared by server and browser. What is not asked for has no answer, whatever was typed before it was hidden.
 * Total: a formula that cannot be read or that goes in a circle comes to nothing.
 */
export function standingOf(form: Form, answers: Answers, beside: Beside): Standing {
  const reckoning = new Reckoning(form, answers, beside);
  const lines = questionsOf(form);
  const shown = new Set<string>();
  for (const item of form.items) if (isGroup(item) && reckoning.holds(item.relevant)) shown.add(item.name);
  for (const { question } of lines) if (reckoning.isShown(question.name)) shown.add(question.name);
  const values = new Map(lines.map(({ question: { name } }) => [name, toAnswer(reckoning.valueOf(name))]));
  const faults = lines.flatMap(({ question }) => (shown.has(question.name) ? reckoning.faultsOf(question) : []));
  return { shown, values, faults };
}

/** A truth that a formula came to is written as a number, as XPath has it. */
const toAnswer = (value: Value): Answer => (typeof value === 'boolean' ? Number(value) : value);

const parsed = new Map<string, Expression | null>();

/** Each formula is read once; a form has few, and they are the same at every key that is pressed. */
function read(text: string): Expression | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const expression = parseExpression(text).expression ?? null;
  if (parsed.size > 2_000) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

class Reckoning {
  readonly #asked: ReadonlyMap<string, { question: Question; group: Group | null }>;
  readonly #answers: Answers;
  readonly #beside: Beside;
  readonly #values = new Map<string, Value>();
  readonly #shown = new Map<string, boolean>();
  readonly #under = new Set<string>();

  constructor(form: Form, answers: Answers, beside: Beside) {
    this.#asked = new Map(questionsOf(form).map((line) => [line.question.name, line]));
    this.#answers = answers;
    this.#beside = beside;
  }

  /** Whether a condition holds. What is not known does not show a question, as in the common tools. */
  holds(condition: string): boolean {
    if (condition.trim() === '') return true;
    return truthOf(this.#evaluate(condition, null)) === true;
  }

  isShown(name: string): boolean {
    const known = this.#shown.get(name);
    if (known !== undefined) return known;
    const line = this.#asked.get(name);
    const shown =
      line !== undefined &&
      this.#once(
        `shown ${name}`,
        false,
        () => this.holds(line.group?.relevant ?? '') && this.holds(line.question.relevant),
      );
    this.#shown.set(name, shown);
    return shown;
  }

  valueOf(name: string): Value {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const value = this.#once(`value ${name}`, null, () => this.#reckon(name));
    this.#values.set(name, value);
    return value;
  }

  faultsOf(question: Question): AnswerFault[] {
    const { name, kind, constraint, required } = question;
    const value = this.valueOf(name);
    if (value === null) {
      const must = required && kind !== 'note' && kind !== 'calculated';
      return must ? [{ name, why: 'required', message: 'Câu này phải trả lời.' }] : [];
    }
    const unfit = sayUnfit(question, value);
    if (unfit !== undefined) return [{ name, why: 'shape', message: unfit }];
    // What cannot be reckoned yet, because another answer is missing, is no fault.
    if (constraint.trim() === '' || truthOf(this.#evaluate(constraint, value)) !== false) return [];
    const message = question.message.trim() || 'Câu trả lời chưa đúng điều kiện kiểm tra của phiếu. Hãy xem lại.';
    return [{ name, why: 'constraint', message }];
  }

  #reckon(name: string): Value {
    const line = this.#asked.get(name);
    if (line === undefined || line.question.kind === 'note' || !this.isShown(name)) return null;
    const { kind, calculation } = line.question;
    if (kind === 'calculated') return this.#evaluate(calculation, null);
    if (kind === 'evidence') return this.#beside.pieces === 0 ? null : this.#beside.pieces;
    const answer = this.#answers[name] ?? null;
    const isEmpty = answer === '' || (Array.isArray(answer) && answer.length === 0);
    return isEmpty || (typeof answer === 'string' && answer.trim() === '') ? null : answer;
  }

  #evaluate(text: string, self: Value): Value {
    const expression = read(text);
    if (expression === null) return null;
    return evaluate(expression, { self, today: this.#beside.today, valueOf: (name) => this.valueOf(name) });
  }

  /** Formulas that go in a circle come to nothing, instead of going round for ever. */
  #once<T>(key: string, otherwise: T, of: () => T): T {
    if (this.#under.has(key)) return otherwise;
    this.#under.add(key);
    const value = of();
    this.#under.delete(key);
    return value;
  }
}

/** Why a value is no answer to a question of its kind; undefined where it may be one. */
function sayUnfit(question: Question, value: Value): string | undefined {
  switch (question.kind) {
    case 'integer':
      return Number.isInteger(value) ? undefined : 'Hãy nhập số nguyên, ví dụ 1.250.';
    case 'decimal':
    case 'percent':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'Hãy nhập một số, ví dụ 1.250,5.';
    case 'choice':
    case 'yes-no':
    case 'choices':
      return sayUnknownChoice(question, value);
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? undefined
        : 'Hãy nhập ngày, ví dụ 15/12/2026.';
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? undefined : 'Hãy trả lời bằng lời.';
    default:
      return undefined;
  }
}

function sayUnknownChoice({ kind, choices }: Question, value: Value): string | undefined {
  const names = kind === 'yes-no' ? ['yes', 'no'] : choices.map(({ name }) => name);
  const picked: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isList = kind === 'choices';
  const fits = Array.isArray(value) === isList && picked.every((one) => typeof one === 'string' && names.includes(one));
  return fits ? undefined : 'Hãy chọn trong các lựa chọn của câu hỏi.';
}
