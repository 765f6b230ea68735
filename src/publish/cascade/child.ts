import { itemsOf } from '../../assignment/items.ts';
import { isPlainDate } from '../../kernel/plain-date.ts';
import { phraseFromCapitals } from '../../plan/head/capitals.ts';
import { typeOfSymbol } from '../../plan/head/document-type.ts';
import type { DocumentHead, Reading, Task } from '../../plan/model.ts';
import type { Paper } from '../paper/model.ts';
import { planPaper } from '../paper/plan.ts';
import { sayDate } from '../paper/wording.ts';
import { letterheadOf } from '../report/letterhead.ts';
import { childDuties, childReporting } from './child-prose.ts';
import { type ChildTask, childGroups, childTasks, listedItems } from './child-tasks.ts';
import type { Bounds } from './day-before.ts';
import type { Cascade } from './model.ts';

/**
 * The draft of a unit's own plan that carries out the plan it was given work by. It has no number, day or signer's act yet.
 * `change`: what the unit makes of the tasks that follow from the mother plan.
 */
export function childReading(
  cascade: Cascade,
  change: (tasks: readonly ChildTask[]) => Task[] = asTheyFollow,
): Reading {
  const { mother, ahead } = cascade;
  const { date, year } = mother.head;
  const from = date !== null && isPlainDate(date) ? date : null;
  const bounds: Bounds = { ...ahead, from, year };
  const items = itemsOf(mother, year ?? Number(ahead.today.slice(0, 4)));
  const listed = listedItems(cascade, items);
  const tasks = change(childTasks(cascade, listed, bounds));
  // What stands in the list is not said again in the prose.
  const told = items.filter((item) => !listed.includes(item));
  const duties = childDuties(cascade, told, tasks);
  return {
    document: headOf(cascade, [...new Set(tasks.flatMap(({ index }) => index ?? []))]),
    duties,
    reporting: childReporting(cascade, told, duties, bounds),
    // Group rows stand above the rows of the mother plan's table, not above what its prose says.
    groups: listed.some(({ kind }) => kind === 'task') ? childGroups(cascade, tasks, items) : [],
    tasks,
    warnings: [],
  };
}

const asTheyFollow = (tasks: readonly ChildTask[]): Task[] => tasks.map(({ task }) => task);

/** The same as the paper the unit issues, under its own letterhead. */
export function childPaper(cascade: Cascade, reading: Reading = childReading(cascade)): Paper {
  return { ...planPaper(reading), ...letterheadOf(cascade.unit, 'KH') };
}

function headOf({ mother, unit, given }: Cascade, indices: DocumentHead['indices']): DocumentHead {
  const { issuer, symbol, place } = letterheadOf(unit, 'KH');
  const { head } = mother;
  const divisions = new Set(given.flatMap(({ division }) => division ?? []));
  return {
    ...{ type: 'Kế hoạch', number: null, symbol, date: null, year: head.year, place, issuer },
    ...{ title: titleOf(head), signer: null, indices },
    references: head.number === null ? [] : [{ number: head.number, date: head.date, issuer: head.issuer }],
    addressees: [],
    recipients: [
      ...(head.issuer === null ? [] : [`${head.issuer} (để báo cáo)`]),
      ...[...divisions].map((name) => `${name} (để thực hiện)`),
      'Lưu: VT',
    ],
    results: [],
    goals: head.goals,
  };
}

/** "Thực hiện Kế hoạch số 21/KH-UBND ngày 05 tháng 02 năm 2026 của UBND tỉnh Minh Hà về nâng cao …" */
function titleOf({ type, number, date, issuer, title }: DocumentHead): string {
  const kind = number === null ? type : typeOfSymbol(number.replace(/^\d+[a-zđ]?\s*[-/]\s*(?:\d{4}\/)?/u, ''));
  const day = number !== null && date !== null && isPlainDate(date) ? ` ${sayDate(date)}` : '';
  const name = `${kind ?? type ?? 'Kế hoạch'}${number === null ? '' : ` số ${number}`}${day}${issuer === null ? '' : ` của ${issuer}`}`;
  const about = phraseFromCapitals(title?.replace(/^(?:V\/v|Về(?: việc)?)\s+/iu, '') ?? '');
  return `Thực hiện ${name}${about === '' ? '' : ` về ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`}`;
}
