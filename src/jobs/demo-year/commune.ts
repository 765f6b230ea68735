import { addDays, weekdayOf } from '../../calendar/days.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { actOn, completed, type Day, type Deed, daysOf, type Owing, officerOf, type Year } from './deeds.ts';

/** Codes of the components of PAPI whose tasks tell something of their own at Tân Lập. */
const told = {
  residents: '1.1',
  chances: '1.2',
  contributions: '1.4',
  information: '2.1',
  poor: '2.2',
  land: '2.4',
  safety: '6.4',
  environment: '7.1',
  air: '7.2',
  internet: '8.2',
} as const;
type Told = keyof typeof told;

/** What the demo's commune has to do, task by task. */
export function communeWork({ items }: Year) {
  const all = items.flatMap(({ codes, assignments }) =>
    assignments
      .filter(({ agencyId, owes }) => owes && agencyId === demoAgencies.commune)
      .map((one) => ({ one, code: codes[0] ?? '' })),
  );
  return { all, of: (name: Told): Owing | undefined => all.find(({ code }) => code === told[name])?.one };
}

export type CommuneWork = ReturnType<typeof communeWork>;

/** What is past, and what comes next. */
const lastOf = (one: Owing | undefined, { today }: Year) => one && daysOf(one).findLast(({ due }) => due < today);
const nextOf = (one: Owing | undefined, { today }: Year) => one && daysOf(one).find(({ due }) => due >= today);

/** What of the last period is not simply done: overdue, given more time, returned. */
const open: readonly Told[] = ['air', 'information', 'chances', 'contributions'];

/** What of Tân Lập is overdue: what its monitor urges. */
export const overdueOf = (work: CommuneWork, year: Year): string[] =>
  (['air', 'information'] as const).flatMap((name) => lastOf(work.of(name), year)?.id ?? []);

type Some = (Deed | undefined | false)[];

/** What the officers of Tân Lập, and those who follow them, did until yesterday. */
export function communeDeeds(year: Year): Deed[] {
  const work = communeWork(year);
  const deeds: Some = [
    ...takingOn(year, work),
    ...periodsDone(year, work),
    ...environmentReturned(year, work.of('environment')),
    ...moreTime(year, work),
    ...underWay(year, work),
  ];
  return deeds.filter((deed) => deed !== undefined && deed !== false).filter(({ day }) => day < year.today);
}

/** So many days ago, on a working day, and not before the plan was given out. */
export function ago({ today, since, work }: Pick<Year, 'today' | 'since' | 'work'>, days: number): PlainDate {
  const day = addDays(today, -days);
  const working = work.previousWorkingDay(day) ?? day;
  return working > since ? working : since;
}

/** The working day so many days ahead, or the first after it. */
const ahead = ({ today, work }: Year, days: number): PlainDate =>
  work.nextWorkingDay(addDays(today, days)) ?? addDays(today, days);

const own = { agencyId: demoAgencies.commune, source: 'web' } as const;

/** The head of the unit takes the work on and hands it to who does it; two tasks wait to be taken on. */
function takingOn(year: Year, { all, of }: CommuneWork): Some {
  const waiting = [of('safety'), of('internet')];
  const taken = all.filter(({ one }) => !waiting.includes(one));
  const acts = taken.flatMap(({ one, code }) => [
    actOn(one, null, { kind: 'accept' }),
    ...handedTo(code, year).map((act) => actOn(one, null, act)),
  ]);
  return [{ ...own, day: addDays(year.since, 3), by: 'head', acts }];
}

function handedTo(code: string, { under }: Year) {
  const [dimension] = code.split('.');
  const byOffice = dimension === '1' || dimension === '2';
  const name = dimension === '5' ? 'Trung tâm Phục vụ hành chính công' : 'Phòng Kinh tế';
  const divisionId = byOffice ? demoAgencies.office : under.get(name);
  if (divisionId === undefined) return [];
  return [{ kind: 'hand-on', divisionId, officerId: byOffice ? officerOf('officer') : null, note: null } as const];
}

/** Each period's work is done some days before its last day. */
function periodsDone(year: Year, { all, of }: CommuneWork): Some {
  const kept = new Set(open.flatMap((name) => lastOf(of(name), year)?.id ?? []));
  const done = all.flatMap(({ one }) =>
    daysOf(one)
      .filter(({ id, due }) => due < year.today && !kept.has(id))
      .map((owed) => ({ one, owed })),
  );
  return [...Map.groupBy(done, ({ owed }) => owed.due)].map(([due, lines]): Deed => {
    const day = year.work.previousWorkingDay(addDays(due, -3)) ?? due;
    return { ...own, day, by: 'officer', acts: lines.map(({ one, owed }) => actOn(one, owed, completed(day))) };
  });
}

/** The department that leads it sends it back: minutes of two villages are missing. */
function environmentReturned(year: Year, one: Owing | undefined): Some {
  const done = lastOf(one, year);
  const early = done ? undefined : nextOf(one, year);
  const owed = done ?? early;
  if (!one || !owed) return [];
  const reason = 'Còn thiếu biên bản kiểm tra ở thôn Hạ và thôn Bến Đá; đề nghị bổ sung rồi gửi lại.';
  const sentBack = { kind: 'return', reason, due: ahead(year, 5) } as const;
  const lead = { day: ago(year, 4), by: 'lead', agencyId: demoAgencies.environment, source: 'web' } as const;
  return [
    early && { ...own, day: ago(year, 6), by: 'officer', acts: [actOn(one, owed, completed(ago(year, 6)))] },
    { ...lead, acts: [actOn(one, owed, sentBack)] },
  ];
}

/** The last working day of this week where it is still to come, else the first after today. */
function weekEnd(year: Year): PlainDate {
  const sunday = addDays(year.today, 7 - weekdayOf(year.today));
  const last = year.work.previousWorkingDay(sunday) ?? sunday;
  return last > year.today ? last : ahead(year, 1);
}

const grantedBy = 'Phó Chủ tịch UBND tỉnh Lê Quốc Bảo';

/** Two get more time, until today and until the end of the week; an event gets its day. */
function moreTime(year: Year, { of }: CommuneWork): Some {
  const focal = { by: 'focal', agencyId: demoAgencies.homeAffairs, source: 'web' } as const;
  const extended = (name: Told, days: number, due: PlainDate, reason: string): Deed | undefined => {
    const [one, owed] = [of(name), lastOf(of(name), year)];
    const act = { kind: 'extend', due, reason, grantedBy } as const;
    return one && owed && due > owed.due
      ? { ...focal, day: ago(year, days), acts: [actOn(one, owed, act)] }
      : undefined;
  };
  const land = of('land');
  const waiting = land?.occurrences.find(({ due }) => due === null);
  // Whatever day the demo is opened on, a Sunday too, something is due that day.
  const dated = { kind: 'date', due: year.today } as const;
  return [
    extended('chances', 9, ahead(year, 0), 'Chờ hướng dẫn về đặt tên thôn, tổ dân phố sau sắp xếp.'),
    extended('contributions', 8, weekEnd(year), 'Chờ thôn Thượng họp lại để thống nhất mức đóng góp.'),
    land && waiting && { ...own, day: ago(year, 10), by: 'officer', acts: [actOn(land, waiting, dated)] },
  ];
}

/** What is half done, and what is kept of what is done. */
function underWay(year: Year, { of }: CommuneWork): Some {
  const deed = (name: Told, owed: Day | undefined, days: number, act: Deed['acts'][number]['act']): Some => {
    const one = of(name);
    return one && owed ? [{ ...own, day: ago(year, days), by: 'officer', acts: [actOn(one, owed, act)] }] : [];
  };
  const progress = (percent: number, note: string) => ({ kind: 'progress', percent, note }) as const;
  const papers = { kind: 'evidence', what: 'Biên bản họp thôn và ảnh niêm yết', address: null } as const;
  return [
    ...deed('air', lastOf(of('air'), year), 8, progress(60, 'Đã ký cam kết không đốt rơm rạ ở 4 trên 6 thôn.')),
    ...deed('contributions', lastOf(of('contributions'), year), 2, progress(50, 'Đã thông báo thu chi ở 3 thôn.')),
    ...deed('poor', nextOf(of('poor'), year), 3, progress(65, 'Đã họp bình xét ở 4 trên 6 thôn.')),
    ...deed('residents', lastOf(of('residents'), year), 7, papers),
  ];
}
