import type { SurveyDesign } from '../model.ts';
import { sayHidden } from '../words.ts';
import type { IndexRow, Lacking } from './model.ts';

/** Why a node of an index has no figure, in words: "thiếu 1.2.a, 1.2.b (chưa ghép cột); 4.1.c (dưới 30 người trả lời)". */
export function sayLacking(lacking: readonly Lacking[], minimum: SurveyDesign['minimum']): string {
  if (lacking.some(({ why }) => why === 'complement')) return sayHidden('complement', minimum);
  const reasons = new Map<Lacking['why'], string[]>();
  for (const { code, why } of lacking) reasons.set(why, [...(reasons.get(why) ?? []), code]);
  const said = [...reasons].map(([why, codes]) => `${sayCodes(codes)} (${sayWhy(why, minimum)})`);
  return `thiếu ${said.join('; ')}`;
}

const most = 5;
const sayCodes = (codes: readonly string[]): string =>
  codes.length <= most ? codes.join(', ') : `${codes.slice(0, most).join(', ')} … ${codes.length} chỉ tiêu`;

function sayWhy(why: Lacking['why'], minimum: SurveyDesign['minimum']): string {
  if (why === 'no-column') return 'chưa ghép cột';
  if (why === 'nobody') return 'không có ai trả lời';
  return sayHidden(why, minimum).replace('không công bố: ', '');
}

/** A node by its code and name; the whole by its name alone. */
export const sayNode = ({ code, name, depth }: Pick<IndexRow, 'code' | 'name' | 'depth'>): string =>
  depth === 0 ? (name ?? code) : name === null ? code : `${code} ${name}`;
