import { Problem } from '../../kernel/problem.ts';
import type { Statistic } from '../model.ts';

/** A smooth function of figures, as a tree. `figure` is a place in the list of figures. */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'figure'; at: number }
  | { kind: 'negate' | 'log' | 'exp' | 'sqrt'; of: Formula }
  | { kind: '+' | '-' | '*' | '/' | '^'; left: Formula; right: Formula };

/** A formula and the figures it is made of, each once. */
export type ParsedFormula = { formula: Formula; figures: readonly Statistic[] };

/** Far above what anybody writes by hand; an index of more figures has a framework file. */
const limits = { characters: 20_000, depth: 60, figures: 500, parts: 5_000 };

/**
 * Reads a function of figures: `mean(a) / mean(b) * 100`, `log(ratio(a, b))`, `proportion(q1, "2") - proportion(q1, "3")`.
 * Figures are mean, total, proportion (of a code) and ratio of columns; a column whose name is not a word stands in double
 * quotes. Not the expressions of forms (report/form/expression): those know no figures and have no derivatives.
 *
 * @throws Problem that says what is wrong where
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > limits.characters) throw refuse(`Công thức dài quá ${limits.characters} ký tự.`);
  return new Reader(text).read();
}

const refuse = (what: string) => new Problem('survey-request-wrong', { what });

type Token = { text: string; kind: 'number' | 'name' | 'quoted' | 'sign'; at: number };

const pattern = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|"([^"]+)"|([-+*/^(),]))/uy;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const reader = new RegExp(pattern);
  const end = text.trimEnd().length;
  while (reader.lastIndex < end) {
    const at = reader.lastIndex;
    const match = reader.exec(text);
    if (!match) throw refuse(`Không hiểu “${text.slice(at, at + 20).trim()}” ở ký tự ${at + 1} của công thức.`);
    const kind = (['number', 'name', 'quoted', 'sign'] as const).find((_, i) => match[i + 1] !== undefined);
    tokens.push({ kind: kind ?? 'sign', text: match.slice(1).find((part) => part !== undefined) ?? '', at });
  }
  return tokens;
}

const figureKinds = ['mean', 'total', 'proportion', 'ratio'] as const;
const functionNames = ['log', 'exp', 'sqrt'] as const;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #figures = new Map<string, Statistic>();
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
    // A row of signs is a tree as deep as it is long.
    if (this.#tokens.length > limits.parts) throw refuse(`Công thức có quá ${limits.parts} phần.`);
  }

  read(): ParsedFormula {
    const formula = this.#sum(0);
    const rest = this.#tokens[this.#next];
    if (rest) throw refuse(`Thừa “${rest.text}” ở ký tự ${rest.at + 1} của công thức.`);
    if (this.#figures.size === 0)
      throw refuse('Công thức chưa có chỉ tiêu nào; hãy viết như mean(a) / mean(b), với a, b là tên cột.');
    return { formula, figures: [...this.#figures.values()] };
  }

  #sum(depth: number): Formula {
    return this.#row(['+', '-'], () => this.#product(depth + 1));
  }

  #product(depth: number): Formula {
    return this.#row(['*', '/'], () => this.#signed(depth + 1));
  }

  #row(signs: readonly ('+' | '-' | '*' | '/')[], part: () => Formula): Formula {
    let left = part();
    for (let sign = this.#take(signs); sign; sign = this.#take(signs)) left = { kind: sign, left, right: part() };
    return left;
  }

  #signed(depth: number): Formula {
    if (depth > limits.depth) throw refuse('Công thức lồng nhau quá sâu.');
    if (this.#take(['-'])) return { kind: 'negate', of: this.#signed(depth + 1) };
    const base = this.#atom(depth);
    return this.#take(['^']) ? { kind: '^', left: base, right: this.#signed(depth + 1) } : base;
  }

  #atom(depth: number): Formula {
    const token = this.#tokens[this.#next++];
    if (token?.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token?.text === '(' && token.kind === 'sign') {
      const inside = this.#sum(depth + 1);
      this.#expect(')');
      return inside;
    }
    if (token?.kind !== 'name') throw refuse(`Thiếu một số hoặc một chỉ tiêu ${this.#where(token)}.`);
    this.#expect('(');
    const name = functionNames.find((one) => one === token.text);
    if (name) {
      const of = this.#sum(depth + 1);
      this.#expect(')');
      return { kind: name, of };
    }
    return this.#figure(token);
  }

  #figure(token: Token): Formula {
    const kind = figureKinds.find((one) => one === token.text);
    if (!kind)
      throw refuse(
        `Không có phép tính “${token.text}” (ký tự ${token.at + 1}); có ${[...figureKinds, ...functionNames].join(', ')}.`,
      );
    const of = this.#column();
    const second = this.#take([',']) ? this.#column() : undefined;
    this.#expect(')');
    const statistic = statisticOf(kind, of, second);
    const key = JSON.stringify(statistic);
    if (!this.#figures.has(key)) this.#figures.set(key, statistic);
    if (this.#figures.size > limits.figures) throw refuse(`Công thức có quá ${limits.figures} chỉ tiêu.`);
    return { kind: 'figure', at: [...this.#figures.keys()].indexOf(key) };
  }

  #column(): string {
    const token = this.#tokens[this.#next++];
    if (token && token.kind !== 'sign') return token.text;
    throw refuse(`Thiếu tên cột ${this.#where(token)}.`);
  }

  #take<T extends string>(signs: readonly T[]): T | undefined {
    const token = this.#tokens[this.#next];
    const sign = token?.kind === 'sign' ? signs.find((one) => one === token.text) : undefined;
    if (sign) this.#next++;
    return sign;
  }

  #expect(sign: string): void {
    const token = this.#tokens[this.#next++];
    if (token?.kind !== 'sign' || token.text !== sign) throw refuse(`Thiếu “${sign}” ${this.#where(token)}.`);
  }

  #where(token: Token | undefined): string {
    return token ? `trước “${token.text}” (ký tự ${token.at + 1} của công thức)` : 'ở cuối công thức';
  }
}

function statisticOf(kind: (typeof figureKinds)[number], of: string, second: string | undefined): Statistic {
  if (kind === 'ratio') {
    if (second === undefined) throw refuse(`ratio(${of}) cần hai cột: ratio(a, b) là tổng của a chia tổng của b.`);
    return { kind, of, to: second };
  }
  if (kind === 'proportion') return second === undefined ? { kind, of } : { kind, of, is: second };
  if (second !== undefined) throw refuse(`${kind}(${of}, …) chỉ nhận một cột.`);
  return { kind, of };
}
