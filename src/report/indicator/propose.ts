import { squish } from '../../kernel/text.ts';
import type { Target } from '../../plan/model.ts';
import { kindOf } from '../measure/model.ts';
import type { Definition } from './model.ts';

/** An item of an issued plan with its targets, and how many agencies owe it. */
export type TargetedItem = {
  id: string;
  index: string | null;
  component: string | null;
  codes: readonly string[];
  text: string;
  year: number;
  targets: readonly Target[];
  owing: number;
};

export type Proposal = { itemId: string; targetNo: number; quote: string; definition: Definition };

/** Indicators from the targets of a plan's items, as a person would enter them; whoever makes them may change each first. */
export const proposeIndicators = (items: readonly TargetedItem[]): Proposal[] =>
  items.flatMap((item) =>
    item.targets.map((target, targetNo) => ({
      ...{ itemId: item.id, targetNo, quote: target.quote, definition: define(item, target) },
    })),
  );

function define(item: TargetedItem, target: Target): Definition {
  const kind = kindOf(target);
  return {
    name: nameOf(target, item),
    ...{ unit: squish(target.unit ?? ''), kind, over: overOf(kind, target), better: betterOf(target), every: 'month' },
    ...{ index: item.index, component: item.component, code: item.codes[0] ?? null, givers: { of: 'item' } },
    ...{ source: { kind: 'paper', name: null }, evidence: null },
    applies: kind === 'sum' && !isEach(target, item) ? 'whole' : 'each',
    targets: target.value === null ? [] : [{ year: item.year, agencyId: null, op: target.op, value: target.value }],
    baselines: [],
  };
}

/** What is measured, in the plan's own words. */
function nameOf({ subject, quote, unit }: Target, { text }: TargetedItem): string {
  const named = squish(subject ?? '') || squish(quote) || squish(text);
  const name =
    unit?.trim() === '%' && !/^(?:tỷ lệ|tỉ lệ|mức|chỉ số)/iu.test(named) ? `Tỷ lệ ${lowerFirst(named)}` : named;
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`.slice(0, 300);
}

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}` : text;

/** What stands at the end of a month rather than happening in it: cover, roads, households, villages, members. */
const stock = /bao phủ|bảo hiểm|đường|hộ |thôn|dân số|tham gia|niêm yết|cứng hóa|trạm|bố trí|lũy kế|số hóa/iu;

const overOf = (kind: Definition['kind'], { quote }: Target): Definition['over'] =>
  kind === 'mean' ? 'mean' : kind !== 'sum' && stock.test(quote) ? 'last' : 'sum';

const betterOf = ({ op, value }: Target): Definition['better'] =>
  op === '<=' || op === '<' || op === 'decrease' || (op === '=' && value === 0) ? 'down' : 'up';

/** "Mỗi xã ít nhất 02 cuộc" is asked of each; a count that many owe is otherwise that of all together. */
const isEach = ({ quote }: Target, { owing }: TargetedItem): boolean =>
  owing <= 1 || /(?<!\p{L})(?:mỗi|từng)(?!\p{L})/iu.test(quote);
