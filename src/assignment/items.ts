import { fold, squish } from '../kernel/text.ts';
import { spellOut } from '../place/resolve/spell-out.ts';
import type { DocumentHead, Reading, Role, TaskFields } from '../plan/model.ts';
import type { WorkItem } from './model.ts';

/** A confirmed plan as it is issued: its head as corrected, its tasks as confirmed, the rest as read. */
export type ConfirmedPlan = Pick<Reading, 'duties' | 'reporting' | 'groups'> & {
  head: Pick<DocumentHead, 'date' | 'year'> & Partial<Pick<DocumentHead, 'addressees'>>;
  /** `id` stays the same through every file of the plan ("t12") */
  tasks: readonly (TaskFields & { id: string })[];
};

/** An item with the names printed beside it, role by role. */
export type PlannedItem = WorkItem & { printed: Readonly<Record<Role, readonly string[]>> };

/** What a plan asks for, in its order: rows of its tables, directives of group rows, duties, reporting duties. */
export function itemsOf(plan: ConfirmedPlan, year: number): PlannedItem[] {
  const items = [...tasksOf(plan), ...directivesOf(plan), ...dutiesOf(plan), ...reportingOf(plan)];
  return withOwnKeys(items).map((item, i) => ({ ...item, printed: speltOut(item.printed), position: i + 1, year }));
}

const speltOut = ({ lead, implement, cooperate, monitor }: PlannedItem['printed']): PlannedItem['printed'] => ({
  ...{ lead: spellOut(lead), implement: spellOut(implement) },
  ...{ cooperate: spellOut(cooperate), monitor: spellOut(monitor) },
});

type Bare = Omit<PlannedItem, 'position' | 'year'>;

const nobody: PlannedItem['printed'] = { lead: [], implement: [], cooperate: [], monitor: [] };
const plain = { index: null, dimension: null, component: null, codes: [], result: null, time: null, targets: [] };

const tasksOf = ({ tasks }: ConfirmedPlan): Bare[] =>
  tasks.map(({ id, dimension, lead, implement, cooperate, monitor, ...rest }) => ({
    ...rest,
    kind: 'task',
    key: id,
    modality: 'assign',
    dimension: dimension === null ? null : String(dimension),
    printed: { lead, implement, cooperate, monitor },
  }));

/** Whom a group row orders to see to its tasks leads them; without an order it is a heading. */
const directivesOf = ({ groups }: ConfirmedPlan): Bare[] =>
  groups
    .filter(({ directive }) => directive !== null)
    .map(({ index, dimension, name, directive, agencies }) => ({
      ...plain,
      kind: 'directive',
      key: keyOf(`${index ?? ''} ${dimension ?? ''} ${name}`),
      modality: 'assign',
      index,
      dimension: dimension === null ? null : String(dimension),
      component: name,
      text: directive ?? '',
      schedule: null,
      printed: { ...nobody, lead: agencies },
    }));

const dutiesOf = ({ duties, reporting, head }: ConfirmedPlan): Bare[] =>
  duties.flatMap(({ section, modality, agencies, items }) =>
    items.map((item) => ({
      ...plain,
      kind: 'duty' as const,
      key: keyOf(`${section ?? ''} ${item.text}`),
      modality,
      text: item.text,
      // What is reported by a day is owed once: as the report.
      schedule: reporting.some((report) => isSaidIn(report, item)) ? null : item.schedule,
      targets: item.targets,
      printed: { ...nobody, implement: boundBy(item.text, item.agencies.length > 0 ? item.agencies : agencies, head) },
    })),
  );

type Said = { quote: string; schedule: unknown };

const isSaidIn = ({ quote, schedule }: Said, item: { text: string; schedule: unknown }): boolean =>
  schedule !== null &&
  JSON.stringify(schedule) === JSON.stringify(item.schedule) &&
  wordsOf(item.text).includes(wordsOf(quote));

// "Đối với các địa phương được chọn khảo sát (thành phố A; các huyện B, C): Chủ tịch UBND các huyện …"
const chosen =
  /^đối với (?:các |những )?(?:địa phương|đơn vị|cơ quan|huyện|xã|phường)[^:()]{0,200}\(([^()]{2,300})\)\s*:/iu;
const everyone = /^(?:thủ trưởng )?(?:các )?cơ quan, đơn vị(?:, địa phương)?$/iu;

/**
 * Whom a sentence of the prose binds: only those it lists in brackets, where it begins by choosing some; and where a letter says
 * "các cơ quan, đơn vị", all it is sent to, communes too.
 */
function boundBy(text: string, names: readonly string[], { addressees = [] }: ConfirmedPlan['head']): string[] {
  const [, list] = chosen.exec(text.trim()) ?? [];
  if (list !== undefined) return names.map((name) => `${name} (${list})`);
  return names.some((name) => everyone.test(name.trim())) ? [...names, ...addressees] : [...names];
}

const reportingOf = ({ reporting, duties, head }: ConfirmedPlan): Bare[] =>
  reporting.map(({ who, what, schedule, quote }) => ({
    ...plain,
    kind: 'reporting',
    key: keyOf(`${who.join(' ')} ${quote}`),
    modality: 'assign',
    text: quote,
    result: what,
    schedule,
    printed: { ...nobody, implement: boundBy(sentenceOf(quote, duties), who, head) },
  }));

/** The duty a report was read from: it begins with whom it binds. */
const sentenceOf = (quote: string, duties: ConfirmedPlan['duties']): string =>
  duties.flatMap(({ items }) => items).find(({ text }) => wordsOf(text).includes(wordsOf(quote)))?.text ?? quote;

const wordsOf = (text: string): string =>
  fold(squish(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Prose has no numbers that last: it is found again by its words, as many as tell it from its neighbours. */
const keyOf = (text: string): string => wordsOf(text).slice(0, 300);

function withOwnKeys(items: readonly Bare[]): Bare[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = `${item.kind} ${item.key}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? item : { ...item, key: `${item.key} #${times}` };
  });
}
