import {
  type Binary,
  type Expression,
  type ExpressionFault,
  type FunctionName,
  functions,
  limits,
  overFields,
} from './model.ts';
import { type Token, tokensOf } from './tokens.ts';

export type Parsed = { expression: Expression; fault?: undefined } | { expression?: undefined; fault: ExpressionFault };

/** Thrown and caught within this file alone. */
class Unread extends Error {
  readonly fault: ExpressionFault;
  constructor(at: number, message: string) {
    super(message);
    this.fault = { at, message };
  }
}

/** Reads a formula; total: whatever is typed, it gives an expression or says what is wrong where. */
export function parseExpression(text: string): Parsed {
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return { fault: tokens };
  try {
    const reader = new Reader(tokens, text.length);
    const expression = reader.level(0, 0);
    reader.end();
    return { expression };
  } catch (error) {
    if (error instanceof Unread) return { fault: error.fault };
    throw error;
  }
}

/** From the loosest to the tightest, as XPath 1.0 has them; each is read from the left. */
const levels: readonly (readonly Binary[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class Reader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  level(level: number, depth: number): Expression {
    const ops = levels[level];
    if (ops === undefined) return this.#unary(depth);
    let left = this.level(level + 1, depth);
    for (let nested = depth; ; nested++) {
      const op = this.#operator(ops);
      if (op === undefined) return left;
      // A long row of additions nests as deep as brackets do.
      this.#tooDeep(nested);
      left = { kind: 'binary', op, left, right: this.level(level + 1, depth) };
    }
  }

  end(): void {
    const token = this.#tokens[this.#at];
    if (token) throw new Unread(token.at, `Thừa “${token.text}” ở đây, hoặc thiếu phép tính đứng trước.`);
  }

  #operator(ops: readonly Binary[]): Binary | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name' && token?.kind !== 'sign') return undefined;
    const op = ops.find((one) => one === token.text);
    if (op !== undefined) this.#at++;
    return op;
  }

  #unary(depth: number): Expression {
    this.#tooDeep(depth);
    if (!this.#take('-')) return this.#primary(depth);
    return { kind: 'negate', of: this.#unary(depth + 1) };
  }

  #primary(depth: number): Expression {
    const token = this.#tokens[this.#at++];
    if (token === undefined)
      throw new Unread(this.#length, 'Công thức chưa hết: thiếu một số, một câu hỏi hoặc một hàm.');
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'text':
        return { kind: 'literal', value: token.text };
      case 'field':
        return this.#fields(token);
      case 'name':
        return this.#call(token, depth);
      case 'sign':
        return this.#bracket(token, depth);
    }
  }

  #fields(first: Token): Expression {
    const names = [first.text];
    while (this.#take('|')) {
      const next = this.#tokens[this.#at++];
      if (next?.kind !== 'field')
        throw new Unread(next?.at ?? this.#length, 'Sau dấu “|” phải là một câu hỏi, ví dụ ${a} | ${b}.');
      names.push(next.text);
    }
    return names.length === 1
      ? { kind: 'field', name: first.text, at: first.at }
      : { kind: 'fields', names, at: first.at };
  }

  #bracket(token: Token, depth: number): Expression {
    if (token.text === '.') return { kind: 'self', at: token.at };
    if (token.text !== '(') throw new Unread(token.at, `Không thể bắt đầu bằng “${token.text}” ở đây.`);
    const inner = this.level(0, depth + 1);
    if (!this.#take(')')) throw new Unread(this.#here(), 'Thiếu dấu ngoặc đóng “)”.');
    return inner;
  }

  #call(token: Token, depth: number): Expression {
    const known = Object.hasOwn(functions, token.text) ? (token.text as FunctionName) : undefined;
    if (known === undefined || !this.#take('(')) throw new Unread(token.at, sayUnknown(token.text, known));
    const args: Expression[] = [];
    if (!this.#take(')')) {
      do args.push(this.level(0, depth + 1));
      while (this.#take(','));
      if (!this.#take(')')) throw new Unread(this.#here(), `Thiếu dấu ngoặc đóng “)” của hàm ${known}.`);
    }
    checkCall(known, args, token.at);
    return { kind: 'call', name: known, args };
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }

  #here = (): number => this.#tokens[this.#at]?.at ?? this.#length;

  #tooDeep(depth: number): void {
    if (depth > limits.depth) throw new Unread(this.#here(), 'Công thức lồng quá sâu. Hãy tách thành vài dòng tính.');
  }
}

function sayUnknown(name: string, known: FunctionName | undefined): string {
  if (known !== undefined) return `Sau tên hàm ${name} phải có dấu ngoặc, ví dụ ${name}(…).`;
  return `Không có hàm “${name}”. Tên câu hỏi viết trong \${…}; các hàm dùng được: ${Object.keys(functions).join(', ')}.`;
}

function checkCall(name: FunctionName, args: readonly Expression[], at: number): void {
  const { least, most } = functions[name];
  if (args.length < least || (most !== undefined && args.length > most)) {
    const wanted = least === most ? `${least}` : most === undefined ? `ít nhất ${least}` : `từ ${least} đến ${most}`;
    throw new Unread(at, `Hàm ${name} cần ${wanted} giá trị, đang có ${args.length}.`);
  }
  const several = args.find(({ kind }) => kind === 'fields');
  if (several && !overFields.includes(name)) throw new Unread(at, `Hàm ${name} không nhận nhiều câu hỏi nối bằng “|”.`);
  const ofField = name === 'selected' || name === 'count-selected';
  if (ofField && args[0]?.kind !== 'field' && args[0]?.kind !== 'self')
    throw new Unread(at, `Giá trị đầu của hàm ${name} phải là một câu hỏi, ví dụ \${ten_cau_hoi}.`);
}
