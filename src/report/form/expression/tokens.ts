import { type ExpressionFault, limits } from './model.ts';

/** `name`: a function, or an operator in letters (and, or, div, mod). */
export type Token = { kind: 'number' | 'text' | 'field' | 'name' | 'sign'; text: string; at: number };

const patterns: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['field', /\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)/y],
  ['text', /'([^']*)'|"([^"]*)"/y],
  ['name', /[A-Za-z][A-Za-z0-9-]*/y],
  ['sign', /!=|<=|>=|[-+*=<>(),.|]/y],
];

/** The words of a formula in their order, or what cannot be read and where. */
export function tokensOf(text: string): Token[] | ExpressionFault {
  if (text.length > limits.characters)
    return {
      at: limits.characters,
      message: `Công thức dài quá ${limits.characters} ký tự. Hãy tách thành vài dòng tính.`,
    };
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const next = tokenAt(text, at);
    if (next === undefined) return { at, message: sayUnread(text, at) };
    if (next.token) tokens.push(next.token);
    if (tokens.length > limits.tokens) return { at, message: 'Công thức quá dài. Hãy tách thành vài dòng tính.' };
    at = next.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number): { token?: Token; end: number } | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = pattern.lastIndex;
    if (kind === 'space') return { end };
    return { token: { kind, text: match[1] ?? match[2] ?? match[0], at }, end };
  }
  return undefined;
}

function sayUnread(text: string, at: number): string {
  const sign = text[at] ?? '';
  if (sign === "'" || sign === '"') return 'Thiếu dấu nháy đóng của đoạn chữ bắt đầu ở đây.';
  if (sign === '$' || sign === '{' || sign === '}')
    return 'Tên câu hỏi phải viết trong ${…}, gồm chữ không dấu, số và dấu gạch dưới, ví dụ ${tong_so}.';
  if (sign === '/') return 'Phép chia viết là “div”, ví dụ ${a} div ${b}.';
  return `Không hiểu ký tự “${sign}” ở đây.`;
}
