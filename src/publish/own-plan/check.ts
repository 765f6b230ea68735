import { itemsOf, type PlannedItem } from '../../assignment/items.ts';
import type { Owed } from '../../assignment/model.ts';
import type { Schedule } from '../../calendar/schedule.ts';
import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { agencyKey } from '../../place/resolve/day.ts';
import { type Reading, roles } from '../../plan/model.ts';
import { listedItems } from '../cascade/child-tasks.ts';
import type { Cascade } from '../cascade/model.ts';
import type { Check, TaskLink } from './model.ts';

type OwedOf = (schedule: Schedule | null, year: number) => readonly Owed[];
type Missing = Check['missing'];

/** What a unit's own plan is held against: the mother plan, what of it is the unit's, and what its tasks carry out. */
export type Held = {
  cascade: Cascade;
  reading: Pick<Reading, 'document' | 'duties' | 'tasks'>;
  links: readonly TaskLink[];
};

/**
 * Whether a unit's plan has what a mother plan asks for: "phân công rõ trách nhiệm, vai trò người đứng đầu và giữa các phòng, đơn vị
 * trực thuộc". What is missing is named, never filled in.
 */
export function checkOwnPlan(held: Held, owedOf: OwedOf): Check[] {
  const { cascade } = held;
  const year = cascade.mother.head.year ?? Number(cascade.ahead.today.slice(0, 4));
  const items = listedItems(cascade, itemsOf(cascade.mother, year));
  const found: [Check['what'], Missing][] = [
    ['head', headMissing(held)],
    ['division', undivided(held)],
    ['tasks', uncovered(held, items)],
    ['days', tooLate(held, items, (schedule) => owedOf(schedule, year))],
  ];
  return found.map(([what, missing]) => ({ what, ok: missing.length === 0, missing }));
}

// "Chủ tịch UBND xã …: Nguyễn Thị Hoa", "đồng chí Lê Văn An"
const position =
  /^(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Thủ trưởng|Trưởng|Chánh|Viện trưởng|Hiệu trưởng|Chỉ huy trưởng)(?=\s|$)/iu;
const person = /(?::|ông|bà|đồng chí|đ\/c)\s+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+/u;

/** The head has a clause of its own, and is named there or by the signature. */
function headMissing({ reading: { duties, document } }: Held): Missing {
  const clause = duties.find(
    ({ agencies, items }) =>
      agencies.some((name) => position.test(name)) || items.some(({ text }) => position.test(text)),
  );
  if (clause === undefined) return [{ task: null, said: 'Chưa có mục nêu trách nhiệm của người đứng đầu' }];
  const named =
    document.signer?.name ||
    clause.items.some(({ text }) => person.test(text)) ||
    clause.agencies.some((name) => person.test(name));
  return named ? [] : [{ task: null, said: 'Chưa nêu họ tên người đứng đầu chịu trách nhiệm' }];
}

/** Each task has somebody of the unit's own: a name that is neither the unit's nor printed in the mother plan. */
function undivided({ reading, links, cascade: { mother, unit } }: Held): Missing {
  const outside = new Set(
    [unit.name, ...mother.tasks.flatMap((task) => roles.flatMap((role) => task[role]))].map(agencyKey),
  );
  const keys = new Map(links.map(({ at, key }) => [at, key]));
  return reading.tasks.flatMap((task, at) =>
    [...task.lead, ...task.implement, ...task.cooperate].some((name) => !outside.has(agencyKey(name)))
      ? []
      : [{ task: keys.get(at) ?? null, said: `Chưa giao bộ phận: ${short(task.text)}` }],
  );
}

function uncovered({ links }: Held, items: readonly PlannedItem[]): Missing {
  const covered = new Set(links.map(({ key }) => key));
  return items
    .filter(({ key }) => !covered.has(key))
    .map(({ key, text }) => ({ task: key, said: `Không có nhiệm vụ: ${short(text)}` }));
}

/** In the order of their days, none of the unit's is later than the mother plan's that it serves. */
function tooLate(
  { reading, links }: Held,
  items: readonly PlannedItem[],
  owedOf: (schedule: Schedule | null) => readonly Owed[],
): Missing {
  const ofKey = new Map(items.map((item) => [item.key, item]));
  return links.flatMap(({ at, key }) => {
    const [task, item] = [reading.tasks[at], ofKey.get(key)];
    if (!task || !item) return [];
    const [own, asked] = [daysOf(owedOf(task.schedule)), daysOf(owedOf(item.schedule))];
    const last = asked.at(-1);
    const late = own.find((day, i) => day > (own.length === asked.length ? (asked[i] ?? day) : (last ?? day)));
    const limit = late && (own.length === asked.length ? asked[own.indexOf(late)] : last);
    return late && limit
      ? [
          {
            task: key,
            said: `Ngày ${formatPlainDate(late)} muộn hơn kế hoạch cấp trên (${formatPlainDate(limit)}): ${short(task.text)}`,
          },
        ]
      : [];
  });
}

const daysOf = (owed: readonly Owed[]): PlainDate[] => owed.flatMap(({ due }) => due ?? []).sort();

const short = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}…`);
