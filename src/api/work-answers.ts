import { findNoDay } from '../assignment/act.ts';
import type { AgencyView, AssignmentLine } from '../assignment/views.ts';
import { isId } from '../kernel/ids.ts';
import { dayInVietnam, isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { readAssignments } from '../store/assignment-log.ts';
import type { Database } from '../store/db.ts';
import { listAgencyLines } from '../store/heat-map.ts';
import { presentAgency, presentAssignment } from './present-work.ts';
import type { Context } from './types.ts';

/** What several routes about issued plans ask and answer in the same way. */

export const todayInVietnam = (): PlainDate => dayInVietnam(new Date());

/** A day from outside, or the one that is usual. */
export function dayOr(text: string | undefined, usual: string, path: string): PlainDate {
  const day = text || usual;
  if (!isPlainDate(day))
    throw new Problem('request-invalid', { fields: [{ path, message: 'không phải là một ngày trong lịch' }] });
  return day;
}

/** Refuses a day no calendar has, anywhere in what was sent. */
export function refuseNoDay(sent: unknown): void {
  const found = findNoDay(sent);
  if (found !== undefined)
    throw new Problem('request-invalid', {
      fields: [{ path: 'body', message: `${found} không phải là một ngày trong lịch` }],
    });
}

/** The period asked about; the current year where none is said. */
export function periodOf({ from, to }: { from?: string; to?: string }): {
  from: PlainDate;
  to: PlainDate;
  today: PlainDate;
} {
  const today = todayInVietnam();
  const year = today.slice(0, 4);
  return {
    from: dayOr(from, `${year}-01-01`, 'querystring/from'),
    to: dayOr(to, `${year}-12-31`, 'querystring/to'),
    today,
  };
}

/** An optional id; what is no id names nothing. */
export function idOr(text: string | undefined, what: string): string | undefined {
  if (text !== undefined && text !== '' && !isId(text)) throw new Problem('not-found', { what });
  return text || undefined;
}

/** "a,b" as a list, undefined where nothing is said. */
export const listOf = <T extends string>(text: string | undefined, words: readonly T[]): T[] | undefined => {
  const wanted = (text ?? '').split(',').filter(Boolean);
  return wanted.length === 0 ? undefined : words.filter((word) => wanted.includes(word));
};

/** Agencies by their ids, under the names they have on a day. */
export async function namedAgencies(
  db: Database,
  tenantId: string,
  ids: readonly (string | null)[],
  on: PlainDate = todayInVietnam(),
): Promise<AgencyView[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return (await listAgencyLines(db, tenantId, wanted, { to: on })).map(presentAgency);
}

/** Assignments as they are now. */
export async function assignmentLines(
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<AssignmentLine[]> {
  const logged = await readAssignments(db, tenantId, [...new Set(ids)]);
  return logged.map(({ row, occurrences }) => presentAssignment(row, occurrences));
}

/** Every agency an assignment line tells of. */
export const agenciesOf = (lines: readonly AssignmentLine[]): (string | null)[] =>
  lines.flatMap(({ agencyId, firstAgencyId, divisionId, occurrences }) => [
    ...[agencyId, firstAgencyId, divisionId],
    ...occurrences.map((one) => one.agencyId),
  ]);

/** How people are told now, for whoever writes what they are told. */
export const sendingOf = ({ mailer }: Pick<Context, 'mailer'>, at: Date) => ({
  ...{ today: dayInVietnam(at), at, mailing: mailer !== undefined },
});
