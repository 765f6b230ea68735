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
    item.targets.map((target, targetNo) => {
      const whole = { ...target, subject: subjectOf(target, item.targets[targetNo - 1]) };
      const definition = define(item, whole, level.test(squish(target.subject ?? '')));
      return { itemId: item.id, targetNo, quote: target.quote, definition };
    }),
  );

const level = /^cấp (?:tỉnh|huyện|xã)$/iu;

/** "… cấp huyện ít nhất 50% và cấp xã ít nhất 40%": the second is of the same thing, at its own level. */
function subjectOf({ subject, quote }: Target, before: Target | undefined): string | null {
  const said = squish(subject ?? '');
  if (!level.test(said) || before?.quote !== quote) return subject;
  const [of, ending] = [squish(before.subject ?? ''), /,? cấp (?:tỉnh|huyện|xã)$/iu];
  return ending.test(of) ? of.replace(ending, ` ${said}`) : `${of}, ${said}`;
}

function define(item: TargetedItem, target: Target, ofLevel: boolean): Definition {
  const isShare = target.unit === null && /^(?:tỷ|tỉ) lệ/iu.test(squish(target.subject ?? ''));
  const kind = isShare ? 'share' : kindOf(target);
  const unit = isShare ? '%' : squish(target.unit ?? '');
  const communes = ofLevel && /cấp xã$/iu.test(target.subject ?? '');
  return {
    name: nameOf(target, item, kind),
    ...{ unit, kind, over: overOf(kind, target), better: betterOf(target), every: 'month' },
    ...{ index: item.index, component: item.component, code: item.codes[0] ?? null },
    givers: { of: communes ? 'communes' : 'item' },
    ...{ source: { kind: 'paper', name: null }, evidence: null },
    applies: kind === 'sum' && !isEach(target, item) ? 'whole' : 'each',
    targets: target.value === null ? [] : [{ year: item.year, agencyId: null, op: target.op, value: target.value }],
    baselines: [],
  };
}

/** What is measured, in the plan's own words. */
function nameOf(target: Target, { text }: TargetedItem, kind: Definition['kind']): string {
  const named = fullSubject(target) || squish(target.quote) || squish(text);
  const isShare = kind === 'share' && !/^(?:tỷ lệ|tỉ lệ|mức|chỉ số)/iu.test(named);
  const name = `${isShare ? `Tỷ lệ ${lowerFirst(named)}` : named}${against(target, named)}`;
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`.slice(0, 300);
}

/** "100% hồ sơ được giải quyết đúng hạn": what of them is to reach the share is part of the name, else two would be called alike. */
function fullSubject({ subject, quote, unit }: Target): string {
  const said = squish(subject ?? '');
  if (said === '' || unit?.trim() !== '%') return said;
  const [, after = ''] =
    /%\s+(?:trở lên\s+)?(?:(?:số|các)\s+)*([^;:.]+?)(?=,\s*\d[\d.,]*\s*%|[;:.]|$)/iu.exec(squish(quote)) ?? [];
  const more = squish(after.replace(/\([^)]*\)?/gu, ' '));
  return more.toLocaleLowerCase('vi').startsWith(said.toLocaleLowerCase('vi')) && more.length <= 200 ? more : said;
}

/** What it is held against, where the plan says it: "so với năm 2021". */
function against({ op, baseline }: Target, named: string): string {
  const base = squish(baseline ?? '');
  if (base === '' || (op !== 'increase' && op !== 'decrease') || /so với/iu.test(named)) return '';
  return ` so với ${/^\d{4}$/.test(base) ? `năm ${base}` : base}`;
}

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}` : text;

/** What stands at the end of a month rather than happening in it: cover, roads, households, villages, members. */
const stock = /bao phủ|bảo hiểm|BHYT|đường|hộ |thôn|dân số|tham gia|niêm yết|cứng hóa|trạm|bố trí|lũy kế|số hóa/iu;

const overOf = (kind: Definition['kind'], { quote }: Target): Definition['over'] =>
  kind === 'mean' ? 'mean' : kind !== 'sum' && stock.test(quote) ? 'last' : 'sum';

const betterOf = ({ op, value }: Target): Definition['better'] =>
  op === '<=' || op === '<' || op === 'decrease' || (op === '=' && value === 0) ? 'down' : 'up';

/** "Mỗi xã ít nhất 02 cuộc" is asked of each; a count that many owe is otherwise that of all together. */
const isEach = ({ quote, unit }: Target, { owing }: TargetedItem): boolean =>
  owing <= 1 || /\/\s*năm$/iu.test(unit ?? '') || /(?<!\p{L})(?:mỗi|từng)(?!\p{L})/iu.test(quote);
