import type { Binary, Expression, FunctionName, Value } from './model.ts';

/** What a formula is reckoned with: the answers by name, the one it is about, and the day. */
export type Known = { valueOf: (name: string) => Value; self: Value; today: string };

/**
 * What a formula comes to; total: whatever the answers, it ends and throws nothing. What is reckoned from something missing is
 * missing: never zero, never "no". Only coalesce(), count-non-empty() and a comparison with '' look at whether there is an answer.
 */
export function evaluate(expression: Expression, known: Known): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'field':
      return present(known.valueOf(expression.name));
    case 'self':
      return present(known.self);
    case 'fields':
      return null;
    case 'negate':
      return mapNumber(evaluate(expression.of, known), (n) => -n);
    case 'binary':
      return binary(expression.op, expression.left, expression.right, known);
    case 'call':
      return call(expression.name, expression.args, known);
  }
}

/** An empty answer is no answer. */
const present = (value: Value): Value => {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
};

/** A value as a number; null where it is none. */
export function numberOf(value: Value): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string' || !/^\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value)) return null;
  return Number(value);
}

/** A value as a truth; null where nothing is known. */
export function truthOf(value: Value): boolean | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return value.length > 0;
}

const textOf = (value: Value): string | null => {
  if (value === null) return null;
  return typeof value === 'object' ? value.join(' ') : String(value);
};

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null);
const mapNumber = (value: Value, of: (n: number) => number): number | null => {
  const n = numberOf(value);
  return n === null ? null : finite(of(n));
};

function binary(op: Binary, left: Expression, right: Expression, known: Known): Value {
  if (op === 'and' || op === 'or')
    return connect(op, truthOf(evaluate(left, known)), () => truthOf(evaluate(right, known)));
  const [a, b] = [evaluate(left, known), evaluate(right, known)];
  if (op === '=' || op === '!=') {
    const same = isSame(a, b);
    return same === null ? null : same === (op === '=');
  }
  return op === '<' || op === '<=' || op === '>' || op === '>='
    ? compare(op, a, b)
    : reckon(op, numberOf(a), numberOf(b));
}

/** What is known decides even where the other is not: false and anything is false. */
function connect(op: 'and' | 'or', a: boolean | null, right: () => boolean | null): boolean | null {
  const deciding = op === 'or';
  if (a === deciding) return deciding;
  const b = right();
  if (b === deciding) return deciding;
  return a === null || b === null ? null : !deciding;
}

/** Compared with '' even what is missing has an answer: that is how XLSForm asks whether something was answered. */
function isSame(a: Value, b: Value): boolean | null {
  if (a === '' || b === '') return (a === '' ? null : a) === (b === '' ? null : b);
  if (a === null || b === null) return null;
  if (typeof a === 'object' || typeof b === 'object') return textOf(a) === textOf(b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return truthOf(a) === truthOf(b);
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return numberOf(a) === numberOf(b) && numberOf(a) !== null;
}

const isDay = (value: Value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function compare(op: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean | null {
  const days = isDay(left) && isDay(right);
  const [a, b] = days ? [left, right] : [numberOf(left), numberOf(right)];
  if (a === null || b === null) return null;
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  return op === '>' ? a > b : a >= b;
}

function reckon(op: Binary, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  switch (op) {
    case '+':
      return finite(a + b);
    case '-':
      return finite(a - b);
    case '*':
      return finite(a * b);
    // Divided by zero there is no figure: missing, as a share of nothing is.
    case 'div':
      return finite(a / b);
    default:
      return finite(a % b);
  }
}

/** The values an argument stands for: of several fields each one's. */
const valuesOf = (args: readonly Expression[], known: Known): Value[] =>
  args.flatMap((arg) =>
    arg.kind === 'fields' ? arg.names.map((name) => present(known.valueOf(name))) : [evaluate(arg, known)],
  );

function numbersOf(args: readonly Expression[], known: Known): number[] | null {
  const numbers = valuesOf(args, known).map(numberOf);
  return numbers.every((n) => n !== null) ? numbers : null;
}

function call(name: FunctionName, args: readonly Expression[], known: Known): Value {
  const at = (i: number): Value => {
    const arg = args[i];
    return arg === undefined ? null : evaluate(arg, known);
  };
  switch (name) {
    case 'if': {
      const truth = truthOf(at(0));
      return truth === null ? null : at(truth ? 1 : 2);
    }
    case 'not': {
      const truth = truthOf(at(0));
      return truth === null ? null : !truth;
    }
    case 'true':
    case 'false':
      return name === 'true';
    case 'coalesce':
      return present(at(0)) ?? present(at(1));
    case 'today':
      return known.today;
    case 'sum':
    case 'min':
    case 'max':
      return overNumbers(name, numbersOf(args, known));
    case 'count':
      return valuesOf(args, known).length;
    case 'count-non-empty':
      return valuesOf(args, known).filter((value) => value !== null).length;
    case 'selected':
    case 'count-selected':
      return ofChoices(name, at(0), textOf(at(1)));
    case 'round':
      return rounded(at(0), args.length > 1 ? numberOf(at(1)) : 0);
    case 'int':
      return mapNumber(at(0), Math.trunc);
    case 'abs':
      return mapNumber(at(0), Math.abs);
    case 'number':
      return numberOf(at(0));
    default:
      return ofTexts(
        name,
        args.map((_, i) => textOf(at(i))),
      );
  }
}

function overNumbers(name: 'sum' | 'min' | 'max', numbers: readonly number[] | null): number | null {
  if (numbers === null || numbers.length === 0) return null;
  if (name === 'sum') return finite(numbers.reduce((sum, n) => sum + n, 0));
  return name === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

function ofChoices(name: 'selected' | 'count-selected', value: Value, wanted: string | null): Value {
  const ticked = value === null ? null : typeof value === 'object' ? value : (textOf(value) ?? '').split(/\s+/);
  if (name === 'count-selected') return ticked === null ? null : ticked.length;
  // Nothing ticked is not known to be "no": the question may not have been answered yet.
  return ticked === null || wanted === null ? null : ticked.includes(wanted);
}

function rounded(value: Value, places: number | null): number | null {
  if (places === null || Math.abs(places) > 10) return null;
  const factor = 10 ** Math.trunc(places);
  return mapNumber(value, (n) => Math.round(n * factor) / factor);
}

function ofTexts(name: FunctionName, texts: readonly (string | null)[]): Value {
  const [a = null, b = null] = texts;
  if (name === 'concat') return texts.some((text) => text === null) ? null : texts.join('').slice(0, 10_000);
  if (a === null) return null;
  if (name === 'string-length') return a.length;
  if (b === null) return null;
  return name === 'contains' ? a.includes(b) : a.startsWith(b);
}
