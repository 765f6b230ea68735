import { fold, squish } from '../kernel/text.ts';
import type { Asked } from './model.ts';

type Printed = { text: string; what: string | null; hasSchedule: boolean };

const ownPlan = /(?:xay dung|ban hanh|cu the hoa|lap)\b[^.;]{0,80}\bke hoach\b/u;
const consolidated = /\btong hop\b/u;
const trouble = /\b(?:vuong mac|kho khan|phat sinh)\b/u;
const atOnce = /\b(?:kip thoi|neu (?:co |phat sinh )?|khi co )/u;

/** Read from the words of the item: its sentence, and what it says is to be reported. */
export function askedFor({ text, what, hasSchedule }: Printed): Asked {
  const sentence = fold(squish(text));
  const thing = fold(squish(what ?? ''));
  if (!hasSchedule && trouble.test(`${sentence} ${thing}`) && atOnce.test(sentence)) return 'when-needed';
  if (ownPlan.test(sentence) && !/ket qua/u.test(thing)) return 'own-plan';
  // "… báo cáo … để tổng hợp" tells what the receiver does with it.
  return consolidated.test(sentence.replace(/\bde (?:\S+ ){0,3}tong hop\b.*$/u, '')) ? 'consolidated' : 'report';
}
