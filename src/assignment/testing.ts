import type { PlainDate } from '../kernel/plain-date.ts';
import type { TaskFields } from '../plan/model.ts';
import type { AssignmentChange, ExistingAssignment, ExistingItem, ItemChange, OccurrenceChange } from './compare.ts';
import type { FanOutBy } from './fan-out.ts';
import type { ConfirmedPlan } from './items.ts';
import type { Owed } from './model.ts';

/** A small confirmed plan of the fictional province and its agencies, for tests. */

export const day = (text: string): PlainDate => text as PlainDate;

export const task = (id: string, fields: Partial<TaskFields> = {}): ConfirmedPlan['tasks'][number] => ({
  ...{ id, index: 'PAPI', dimension: 2, component: 'Tiếp cận thông tin', codes: ['2.1'], text: `Việc ${id}` },
  ...{ result: null, lead: [], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
  ...fields,
});

export const plan = (fields: Partial<ConfirmedPlan> = {}): ConfirmedPlan => ({
  ...{ head: { date: '2026-01-15', year: 2026 }, duties: [], reporting: [], groups: [], tasks: [] },
  ...fields,
});

export const quarterly = { kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true } as const;

export const communes = ['tan-lap', 'an-phu', 'hoa-binh'];
const known: Record<string, readonly string[]> = {
  'UBND các xã, phường': communes,
  'UBND xã Tân Lập': ['tan-lap'],
  'Sở Nội vụ': ['noi-vu'],
  'Sở Tài chính': ['tai-chinh'],
  'Ủy ban MTTQ tỉnh': ['mat-tran'],
  'Các cơ quan': ['noi-vu', 'tai-chinh'],
};

const owed = (key: string, more: Partial<Owed> = {}): Owed => ({
  ...{ key, period: null, opens: null, printed: day(key), due: day(key), rule: 'Hạn', moved: null, event: null },
  ...{ flags: [], ...more },
});
const quarters = ['2026-03-13', '2026-06-12', '2026-09-14', '2026-12-14'];

/** Answers as the directory and the calendar would, with a few names and schedules. */
export const by: FanOutBy = {
  resolve: (printed) => known[printed] ?? 'queued',
  owedOf: (schedule, year) => {
    if (schedule === null) return [owed(`${year}-12-31`, { flags: ['no-time-stated'] })];
    if (schedule.kind === 'deadline') return [owed(schedule.by)];
    if (schedule.kind === 'event') return [owed(schedule.event, { printed: null, due: null, event: schedule.event })];
    return quarters.map((key) => owed(key));
  },
  kindOf: (id) => (id === 'mat-tran' ? 'front' : communes.includes(id) ? 'committee' : 'department'),
  levelOf: (id) => (communes.includes(id) ? 'commune' : 'province'),
  isWithinAreaOf: (id, other) => !communes.includes(other) || id === other,
};

/** What there is after issuing, with ids that tell where they come from. What was there and is not changed stays. */
export function applyIssue(existing: readonly ExistingItem[], changes: readonly ItemChange[]): ExistingItem[] {
  const before = new Map(existing.map((item) => [item.id, item]));
  const told = new Set(changes.map((change) => (change.what === 'create' ? '' : change.id)));
  const untold = existing.filter(({ id }) => !told.has(id));
  const after = changes.map((change) => {
    const id = change.what === 'create' ? `${change.item.kind} ${change.item.key}` : change.id;
    const known = before.get(id);
    const changed = change.assignments.map((one) => applyToAssignment(id, known?.assignments ?? [], one));
    const kept = (known?.assignments ?? []).filter((one) => !changed.some((other) => other.id === one.id));
    return { ...change.item, id, withdrawn: change.what === 'withdraw', assignments: [...kept, ...changed] };
  });
  return [...after, ...untold];
}

function applyToAssignment(
  item: string,
  existing: readonly ExistingAssignment[],
  change: AssignmentChange,
): ExistingAssignment {
  const { role, agencyId } = change.assignment;
  const id = change.what === 'create' ? `${item} ${role} ${agencyId}` : change.id;
  const known = existing.find((one) => one.id === id);
  const whole = change.what === 'supersede' ? 'superseded' : change.what === 'revive' ? 'open' : undefined;
  return {
    ...change.assignment,
    id,
    closed: change.what === 'supersede' ? 'superseded' : change.what === 'revive' ? null : (known?.closed ?? null),
    occurrences: change.occurrences.flatMap((one) =>
      one.what === 'leave-out' ? [] : [applyToOccurrence(id, known?.occurrences ?? [], one, whole)],
    ),
  };
}

type Occurrence = ExistingAssignment['occurrences'][number];

function applyToOccurrence(
  assignment: string,
  existing: readonly Occurrence[],
  change: Exclude<OccurrenceChange, { what: 'leave-out' }>,
  whole: 'superseded' | 'open' | undefined,
): Occurrence {
  if (change.what === 'create') {
    const { key, due } = change.owed;
    return {
      id: `${assignment} ${key}`,
      key,
      due,
      status: due ? 'open' : 'waiting',
      dueByPerson: false,
      joined: false,
    };
  }
  const known = existing.find(({ id }) => id === change.id);
  if (!known) throw new Error(`${change.id} is not there`);
  const reopened = { ...known, status: known.due ? ('open' as const) : ('waiting' as const) };
  const open = known.status !== 'done' && known.status !== 'cancelled';
  const base = whole === 'open' && known.status === 'superseded' ? reopened : known;
  if (change.what === 'revive') return reopened;
  if (change.what === 'move') return { ...base, due: change.due };
  if (change.what === 'supersede' || (whole === 'superseded' && open)) return { ...base, status: 'superseded' };
  return base;
}
