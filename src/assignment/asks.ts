import { fold, squish } from '../kernel/text.ts';

/**
 * Whether an item asks its unit to say what it will concretely do: a row that names only a component says what is to become
 * better and not how; a row that lists several acts wants each with a product and a day. Null where the row is one act.
 */
export function asksForActs(item: {
  component: string | null;
  text: string;
}): 'component-only' | 'several-acts' | null {
  const component = item.component ?? '';
  if (endsAlike(item.text, component) && plain(item.text) === plain(component)) return 'component-only';
  return item.text.split('\n').filter((line) => /^\s*[-+•*]\s/.test(line)).length > 1 ? 'several-acts' : null;
}

/** Without the marks of lists and numbers of components: "d) Đóng góp tự nguyện" is "Đóng góp tự nguyện". */
const plain = (text: string): string =>
  fold(squish(text))
    .replace(/^(?:\p{L}\)|[\d.]+|[-+•*])\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Asked of every item of every list: two texts that end in different letters are told apart without folding them whole. */
function endsAlike(text: string, component: string): boolean {
  const [one, other] = [lastLetter(text), lastLetter(component)];
  return one === undefined || other === undefined || fold(one) === fold(other);
}

/** The last letter or digit with its marks, where it stands among the last few signs. */
const lastLetter = (text: string): string | undefined =>
  /([\p{L}\p{N}]\p{M}*)[^\p{L}\p{N}\p{M}]*$/u.exec(text.slice(-24))?.[1];
