import type { PlannedItem } from '../../assignment/items.ts';
import { squish } from '../../kernel/text.ts';
import type { DocumentHead, Duty, Reporting, Task } from '../../plan/model.ts';
import { findSubject } from '../../plan/prose/order.ts';
import { readReporting } from '../../plan/prose/reporting.ts';
import { findSchedule } from '../../plan/schedule.ts';
import { readTargets } from '../../plan/targets.ts';
import { type Letterhead, letterheadOf } from '../report/letterhead.ts';
import { isOwnPlan, reportOf, upperFirst } from './child-tasks.ts';
import { type Bounds, dayBefore } from './day-before.ts';
import type { Cascade, GivenRole } from './model.ts';

type Prose = Pick<Cascade, 'mother' | 'unit' | 'given'>;

/** Who sees to the plan within the unit, who of it advises on what, and the duties the mother plan gives the unit. */
export function childDuties(cascade: Prose, items: readonly PlannedItem[], tasks: readonly Task[]): Duty[] {
  const { unit, mother } = cascade;
  const { signature, issuer } = letterheadOf(unit, 'KH');
  const reports = mother.reporting.map(({ quote }) => squish(quote));
  const own = given(cascade, items, 'duty')
    .map(({ text }) => upperFirst(text))
    // What is all about a report is said of the unit's own reports.
    .filter(
      (text) => !reports.some((quote) => quote.toLocaleLowerCase('vi').includes(squish(text).toLocaleLowerCase('vi'))),
    );
  const divisions = [...new Set(cascade.given.flatMap(({ division }) => division ?? []))].filter((name) =>
    tasks.some((task) => isTheirs(task, name)),
  );
  const clauses: [agencies: string[], texts: string[]][] = [
    [[headOf(signature, issuer)], [headDuty(signature)]],
    ...divisions.map((name): [string[], string[]] => [[name], [divisionDuty(name, tasks)]]),
    [[unit.name], [...(divisions.length > 0 ? [] : [noDivision(tasks)]), ...own]],
  ];
  return clauses
    .filter(([, texts]) => texts.length > 0)
    .map(
      ([agencies, texts], at): Duty => ({
        ...{ section: String(at + 1), modality: 'assign', agencies },
        items: texts.map((text) => itemOf(text, mother.head.year)),
      }),
    );
}

/** "Chủ tịch Ủy ban nhân dân xã Tân Lập", "Giám đốc Sở Nội vụ", "Chánh Thanh tra tỉnh": what both begin and end with is said once. */
const headOf = ({ title }: Letterhead['signature'], issuer: string): string =>
  title === 'Thủ trưởng đơn vị'
    ? `Thủ trưởng ${issuer}`
    : `${title} ${issuer.replace(/^(?:Phòng|Ban(?! Chỉ huy)|Văn phòng|Thanh tra|Công an(?! (?:tỉnh|[Tt]hành phố)))\s/u, '')}`;

const headDuty = ({ name }: Letterhead['signature']): string =>
  `Trực tiếp chỉ đạo, chịu trách nhiệm của người đứng đầu về kết quả thực hiện Kế hoạch này${name === null ? '' : `: ${name}`}.`;

/** Whether a division sees to a task for its unit, which may itself only help with it. */
const isTheirs = ({ lead, implement, cooperate }: Task, name: string): boolean =>
  [lead, implement, cooperate].some((names) => names.includes(name));

const divisionDuty = (name: string, tasks: readonly Task[]): string => {
  const count = tasks.filter((task) => isTheirs(task, name)).length;
  return `Chủ trì tham mưu thực hiện ${count} nhiệm vụ được phân công tại Phụ lục kèm theo.`;
};

/** Left to be filled in: who advises is the unit's to say. */
const noDivision = (tasks: readonly Task[]): string =>
  `Giao …… (tên bộ phận) chủ trì tham mưu thực hiện ${tasks.length > 0 ? 'các nhiệm vụ tại Phụ lục kèm theo' : 'Kế hoạch này'}.`;

function itemOf(said: string, year: number | null): Duty['items'][number] {
  const text = said.normalize('NFC');
  const schedule = findSchedule(text, year)?.schedule ?? null;
  return { text, agencies: findSubject(text).agencies, schedule, targets: readTargets(text) };
}

const given = ({ given }: Prose, items: readonly PlannedItem[], kind: GivenRole['kind']): PlannedItem[] => {
  const keys = new Set(given.filter((one) => one.kind === kind).map(({ key }) => key));
  return items.filter((item) => item.kind === kind && keys.has(item.key));
};

/** What the unit reports to whom the mother plan names, before that plan's day; issuing this plan is no report of it. */
export function childReporting(
  cascade: Prose,
  items: readonly PlannedItem[],
  duties: readonly Duty[],
  bounds: Bounds,
): Reporting[] {
  const { mother, unit } = cascade;
  const told = duties.flatMap(({ agencies, items: own }) =>
    own.map(({ text, agencies: named }) => ({ text, who: named.length > 0 ? named : agencies })),
  );
  const said = given(cascade, items, 'reporting')
    .filter((item) => !isOwnPlan(item))
    // What is reported whenever there is something to report stands in the duties.
    .filter(({ text, schedule }) => schedule !== null || !told.some((one) => squish(one.text).includes(squish(text))))
    .map((item) => {
      const asked = mother.reporting.find(({ quote }) => quote === item.text);
      return sentenceOf(unit.name, mother.head, asked, dayBefore({ time: null, schedule: item.schedule }, bounds).time);
    });
  return readReporting([...told, ...[...new Set(said)].map((text) => ({ text, who: [] }))], mother.head);
}

/** "UBND xã Tân Lập báo cáo UBND tỉnh (qua Sở Nội vụ) kết quả thực hiện; hằng quý, trước ngày 08 tháng cuối quý." */
function sentenceOf(unit: string, head: DocumentHead, asked: Reporting | undefined, time: string | null): string {
  const when = time === null ? '' : `, ${lowerFirst(time)}`;
  return `${unit} ${lowerFirst(reportOf(head, asked))}${when}.`;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`;
