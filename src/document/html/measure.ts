import { normalize } from '../../kernel/text.ts';
import { isUnseen } from './look.ts';
import { type Element, isElement, type Node } from './parse.ts';

/** How much text an element shows, how much of it are links, and which signs of an official document stand in it. */
export type Measure = {
  letters: number;
  linked: number;
  links: number;
  tables: number;
  signs: number;
  /** the text itself where it is short enough to be a sign */
  text: string;
};

export const signs = { motto: 1, number: 2, type: 4, recipients: 8, tasks: 16, appendix: 32 } as const;

const patterns: [sign: number, pattern: RegExp][] = [
  [signs.motto, /Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA/iu],
  [signs.number, /^Số\s*:/u],
  [
    signs.type,
    /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|NGHỊ QUYẾT|CHƯƠNG TRÌNH|THÔNG BÁO|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|BÁO CÁO|KẾT LUẬN)$/u,
  ],
  [signs.recipients, /^Nơi nhận\s*:?|^(?:TM|KT|TL|TUQ|Q)\.\s/iu],
  [
    signs.tasks,
    /^(?:(?:Tên |Nội dung )?nhiệm vụ|(?:Cơ quan|Đơn vị)(?: \p{L}+)? (?:chủ trì|thực hiện|phối hợp|theo dõi))/iu,
  ],
  [signs.appendix, /^(?:PHỤ LỤC|BIỂU|DANH MỤC)(?:\s|$)/u],
];

/** Longer than any sign is. */
const short = 160;

const nothing: Measure = { letters: 0, linked: 0, links: 0, tables: 0, signs: 0, text: '' };

/** Measures a tree once; asked again it remembers. */
export function openMeasure(): (element: Element) => Measure {
  const known = new WeakMap<Element, Measure>();
  const ofNode = (node: Node): Measure => {
    if (isElement(node)) return ofElement(node);
    if (!('value' in node)) return nothing;
    const text = normalize(node.value).replace(/\s+/g, ' ');
    return { ...nothing, letters: text.trim().length, text: text.slice(0, short + 1) };
  };
  const ofElement = (element: Element): Measure => {
    const found = known.get(element);
    if (found) return found;
    const measure = isUnseen(element) ? nothing : sum(element, ofNode);
    known.set(element, measure);
    return measure;
  };
  return ofElement;
}

function sum(element: Element, ofNode: (node: Node) => Measure): Measure {
  const total = { ...nothing };
  for (const child of element.childNodes) {
    const one = ofNode(child);
    total.letters += one.letters;
    total.linked += one.linked;
    total.links += one.links;
    total.tables += one.tables;
    total.signs |= one.signs;
    if (total.text.length <= short) total.text += one.text;
  }
  if (element.tagName === 'table') total.tables++;
  if (element.tagName === 'a') {
    total.linked = total.letters;
    total.links++;
  }
  const text = total.text.trim();
  if (text.length > 0 && text.length <= short)
    for (const [sign, pattern] of patterns) if (pattern.test(text)) total.signs |= sign;
  return total;
}
