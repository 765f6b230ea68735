import type { Formula } from './parse.ts';

/** A value and its derivative by each figure. */
export type Evaluated = { value: number; derivatives: Float64Array };

/**
 * A formula at given figures, with its exact derivatives (forward differentiation: each step of the formula carries the
 * derivatives along by the rules of calculus). Where it is not defined (0/0, log of a negative number) the value is NaN.
 */
export function evaluateFormula(formula: Formula, figures: ArrayLike<number>): Evaluated {
  const { length } = figures;
  const evaluate = (node: Formula): Evaluated => {
    switch (node.kind) {
      case 'number':
        return { value: node.value, derivatives: new Float64Array(length) };
      case 'figure': {
        const derivatives = new Float64Array(length);
        derivatives[node.at] = 1;
        return { value: figures[node.at] ?? Number.NaN, derivatives };
      }
      case 'negate':
      case 'log':
      case 'exp':
      case 'sqrt':
        return ofOne(node.kind, evaluate(node.of));
      default:
        return ofTwo(node.kind, evaluate(node.left), evaluate(node.right));
    }
  };
  return evaluate(formula);
}

function ofOne(kind: 'negate' | 'log' | 'exp' | 'sqrt', { value: x, derivatives }: Evaluated): Evaluated {
  const [value, slope] = {
    negate: () => [-x, -1] as const,
    log: () => [Math.log(x), 1 / x] as const,
    exp: () => [Math.exp(x), Math.exp(x)] as const,
    sqrt: () => [Math.sqrt(x), 0.5 / Math.sqrt(x)] as const,
  }[kind]();
  return { value, derivatives: derivatives.map((d) => d * slope) };
}

function ofTwo(kind: '+' | '-' | '*' | '/' | '^', a: Evaluated, b: Evaluated): Evaluated {
  const [x, y] = [a.value, b.value];
  const [value, byA, byB] = {
    '+': () => [x + y, 1, 1] as const,
    '-': () => [x - y, 1, -1] as const,
    '*': () => [x * y, y, x] as const,
    '/': () => [x / y, 1 / y, -x / (y * y)] as const,
    '^': () => {
      const constant = b.derivatives.every((d) => d === 0);
      return [x ** y, y * x ** (y - 1), constant ? 0 : x ** y * Math.log(x)] as const;
    },
  }[kind]();
  return { value, derivatives: a.derivatives.map((d, i) => d * byA + (b.derivatives[i] ?? 0) * byB) };
}
