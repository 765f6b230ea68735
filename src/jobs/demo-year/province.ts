import { addDays } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOn, completed, type Day, type Deed, daysOf, type Owing, type Year } from './deeds.ts';

/**
 * How far the other units of the province are. The focal office takes their reports over from its tables soon after each
 * period, and once more these days: most was done in time, some late, some is not done yet.
 */
export function provinceDeeds(year: Year): Deed[] {
  const { items, today, since } = year;
  const ranks = new Map<string, number>();
  const others = items.flatMap((item) =>
    item.assignments
      .filter(({ owes, agencyId }) => owes && agencyId !== demoAgencies.commune)
      .map((one): Other => {
        const rank = ranks.get(one.agencyId) ?? ranks.size;
        ranks.set(one.agencyId, rank);
        return { one, number: item.position * 7 + rank * 13, left: leftBy(rank) };
      }),
  );
  const deeds = [...reportDays(year)].map((day): Deed => {
    const acts = others.flatMap((other) => reportedOn(other, day, year));
    return { day, by: 'focal', agencyId: demoAgencies.homeAffairs, source: 'import', acts };
  });
  const accepted = others
    .filter(({ number }) => number % 17 !== 0)
    .map(({ one }) => actOn(one, null, { kind: 'accept' }));
  const first: Deed = {
    ...{ day: addDays(since, 15), by: 'focal', agencyId: demoAgencies.homeAffairs, source: 'import', acts: accepted },
  };
  return [first, ...deeds].filter(({ day, acts }) => day > since && day < today && acts.length > 0);
}

/** One unit's part in a task; `left`: of so many it leaves one undone, none where it is null. */
type Other = { one: Owing; number: number; left: number | null };

/** Units differ: some are behind with a third of their work, some with none of it. */
const leftBy = (rank: number): number | null => (rank % 7 === 3 ? 3 : rank % 3 === 0 ? null : 11);

/** Nine days after a period's last day the reports are in; what is under way is told two days ago. */
function reportDays({ items, today }: Year): Set<PlainDate> {
  const dues = items.flatMap(({ assignments }) => assignments.flatMap((one) => daysOf(one).map(({ due }) => due)));
  const over = [...new Set(dues)].map((due) => addDays(due, 9)).filter((day) => day < addDays(today, -2));
  return new Set([...over.sort(), addDays(today, -2)]);
}

const ahead = 35;

/** What one unit had to tell on a report day: each of its days is told of on the first report after it. */
function reportedOn({ one, number, left }: Other, day: PlainDate, year: Year): Deed['acts'] {
  const days = daysOf(one);
  return days.flatMap((owed, i) => {
    const seed = number + i * 5;
    if (firstReport(owed.due, year) !== day) return [];
    if (owed.due >= year.today) return owed.due <= addDays(year.today, ahead) ? underWay(one, owed, seed, day) : [];
    const isLast = days[i + 1] === undefined || (days[i + 1]?.due ?? '') >= year.today;
    return settled(one, owed, seed, { day, left: isLast ? left : null });
  });
}

/** The report that tells of a day: nine days after it, or the last there is. */
const firstReport = (due: PlainDate, { today }: Year): PlainDate => {
  const last = addDays(today, -2);
  const after = addDays(due, 9);
  if (after < last) return after;
  return last;
};

function underWay(one: Owing, owed: Day, seed: number, day: PlainDate): Deed['acts'] {
  if (seed % 5 === 0) return [actOn(one, owed, completed(addDays(day, -(seed % 9))))];
  if (seed % 5 > 2) return [];
  return [actOn(one, owed, { kind: 'progress', percent: 20 + (seed % 7) * 10, note: null })];
}

type Report = { day: PlainDate; left: number | null };

/** Only of the last period something may be left: what is older was done in the end. */
function settled(one: Owing, owed: Day & { due: PlainDate }, seed: number, { day, left }: Report): Deed['acts'] {
  if (left !== null && seed % left === 0)
    return seed % 2 === 0 ? [actOn(one, owed, { kind: 'progress', percent: 60, note: null })] : [];
  const late = addDays(owed.due, 1 + (seed % 8));
  const on = seed % 11 === 0 && late <= day ? late : addDays(owed.due, -(seed % 12));
  return [actOn(one, owed, completed(on <= day ? on : day))];
}
