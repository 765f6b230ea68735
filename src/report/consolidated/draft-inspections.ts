import { sayNumber } from '../../kernel/number.ts';
import type { Inspected, InspectionFigures } from '../inspection/figures.ts';
import type { Paragraph, Visit } from './paragraph.ts';

/** What was inspected in the period and how far what was found is remedied; nothing where nothing was to be. */
export function draftInspections(inspected: Inspected | undefined): Paragraph[] {
  if (inspected === undefined) return [];
  const { figures } = inspected;
  const base = { section: 'results', under: 'Kiểm tra việc thực hiện', list: true, sources: [], by: null } as const;
  const said = [
    { key: 'results/inspections/units', text: visited(figures), inspections: visitsOf(inspected) },
    { key: 'results/inspections/findings', text: remedied(figures), inspections: foundIn(inspected) },
  ];
  return said.filter(({ text }) => text !== '').map((one) => ({ ...base, ...one }));
}

const named = ({ id, agencyId }: Visit): Visit => ({ id, agencyId });

/** The inspections of the units that are counted as inspected. */
function visitsOf({ figures: { units }, period, counted }: Inspected): Visit[] {
  const seen = new Set([...units.inspected, ...units.beside]);
  const within = counted.filter(
    ({ status, openedOn }) =>
      status !== 'cancelled' && openedOn !== null && openedOn >= period.from && openedOn <= period.to,
  );
  return within.filter(({ agencyId }) => seen.has(agencyId)).map(named);
}

/** The inspections whose findings are counted. */
function foundIn({ figures: { findings }, counted }: Inspected): Visit[] {
  const told = new Set([...findings.found, ...findings.due]);
  return counted.filter((one) => one.findings.some(({ id }) => told.has(id))).map(named);
}

function visited({ units: { due, inspected, beside } }: InspectionFigures): string {
  const extra = `${sayNumber(beside.length)} cơ quan, đơn vị ngoài kế hoạch`;
  if (due.length === 0) return beside.length === 0 ? '' : `Đã kiểm tra ${extra}`;
  const planned = `Đã kiểm tra ${sayShare(inspected.length, due.length)} cơ quan, đơn vị theo kế hoạch kiểm tra`;
  return beside.length === 0 ? planned : `${planned}; kiểm tra thêm ${extra}`;
}

function remedied({ findings }: InspectionFigures): string {
  const { found, due, remedied: done, underWay, overdue } = findings;
  const parts = [
    found.length > 0 && `Phát hiện ${sayNumber(found.length)} tồn tại`,
    due.length > 0 && `${sayShare(done.length, due.length)} tồn tại phải khắc phục trong kỳ đã khắc phục xong`,
    underWay.length > 0 && `${sayNumber(underWay.length)} đã xử lý nhưng chưa hoàn thành`,
    overdue.length > 0 && `${sayNumber(overdue.length)} quá hạn khắc phục`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** "3/8 (37,5%)" */
const sayShare = (part: number, whole: number): string =>
  `${sayNumber(part)}/${sayNumber(whole)} (${sayNumber(Math.round((1000 * part) / whole) / 10)}%)`;
