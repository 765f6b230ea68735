import type { Static } from 'typebox';
import { squish } from '../../kernel/text.ts';
import type { Duty, DutyItem, Reporting } from '../../plan/model.ts';
import { findOrder, findSubject } from '../../plan/prose/order.ts';
import type { Block } from './model.ts';

type Item = Static<typeof DutyItem>;

/** Each duty is a clause headed by its agencies, in the count where the plan's own numbers are one. */
export function dutyBlocks(duties: readonly Duty[]): Block[] {
  const counted = duties.every(({ section }, at) => section === String(at + 1));
  return duties.flatMap((duty): Block[] => {
    const sentence = findSentence(duty);
    if (sentence !== undefined) return [{ kind: 'paragraph', text: sentence }];
    const label = counted ? undefined : labelOf(duty);
    const text = headOf(duty.agencies, duty.modality === 'request');
    const heading: Block = { kind: 'heading', level: 2, text, ...(label !== undefined && { label }) };
    return [heading, ...itemBlocks(duty.items)];
  });
}

/** "Yêu cầu Thủ trưởng các phòng, ban có giải pháp …": an order without a number that is one sentence. */
function findSentence({ section, modality, agencies, items }: Duty): string | undefined {
  const [only, second] = items;
  if (section !== null || !only || second || !/^\p{Ll}/u.test(only.text)) return undefined;
  const verb = modality === 'request' ? 'Đề nghị' : 'Yêu cầu';
  const ways = joints.map((joint) => `${verb} ${agencies.join(joint)} ${only.text}`);
  return ways.find((way) => same(findOrder(way), { modality, agencies, rest: only.text }));
}

const labelOf = ({ section }: Duty): string | null =>
  section === null ? null : `${section}${/^[a-zđ]$/.test(section) ? ')' : '.'}`;

/** Between the names of several agencies. */
const joints = ['; ', ', ', ' và '];

/** Agencies before their colon: of several ways to print them the first that is understood as just these. */
function headOf(agencies: readonly string[], asked: boolean): string {
  const verb = asked ? 'Đề nghị ' : '';
  const ways = joints.flatMap((joint) => {
    const names = agencies.join(joint);
    return [`${verb}${names}:`, ...(asked ? [] : [`Giao ${names}:`]), `${verb}${names} có trách nhiệm:`];
  });
  const wanted = { modality: asked ? 'request' : 'assign', agencies, rest: '' };
  return ways.find((way) => same(findOrder(way), wanted)) ?? (ways[0] as string);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Items that are others' than the clause's stand below these, where they do not name them by themselves. */
function itemBlocks(items: readonly Item[]): Block[] {
  const blocks: Block[] = [];
  let whose: readonly string[] = [];
  for (const { text, agencies } of items) {
    const named = same(findSubject(text).agencies, agencies) ? [] : agencies;
    if (named.length > 0 && !same(named, whose)) blocks.push({ kind: 'list', items: [headOf(named, false)] });
    blocks.push({ kind: 'list', ...(named.length > 0 && { level: 2 }), items: [text] });
    whose = named;
  }
  return blocks;
}

/** Who reports when is mostly said in the duties already; what is said besides stands in a part of its own. */
export function reportingBlocks(reporting: readonly Reporting[], duties: readonly Duty[]): Block[] {
  const told = duties.flatMap(({ items }) => items.map(({ text }) => squish(text)));
  const besides = reporting.filter(({ quote }) => !told.some((text) => text.includes(squish(quote))));
  return [...new Set(besides.map(({ quote }) => quote))].map((text) => ({ kind: 'paragraph', text: stopped(text) }));
}

/** A part of a sentence ends as it did, with a semicolon; a short one is quoted with its whole sentence. */
export const stopped = (quote: string): string => (quote.length < 60 || /[.;:!?]$/.test(quote) ? quote : `${quote};`);
