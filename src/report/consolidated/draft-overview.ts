import { sayNumber } from '../../kernel/number.ts';
import { formatPlainDate } from '../../kernel/plain-date.ts';
import { countsTogether } from '../consolidate.ts';
import type { DraftQuestion, Paragraph, Part } from './paragraph.ts';
import { nameIn, sayAuthors, sayCounts, sayEvidenceKinds, toldIn } from './say.ts';

/** Who has reported, who has not, and how all tasks stand together. */
export function draftOverview(question: DraftQuestion): Paragraph[] {
  const { result, names } = question;
  const { units } = result;
  const name = (id: string) => nameIn(names, id);
  const counted = new Set(result.counted.map(({ agencyId }) => agencyId)).size;
  const line = (what: string, text: string, list = true): Paragraph => ({
    ...{ key: `overview/${what}`, section: 'overview', under: null, list, text, sources: result.counted, by: null },
  });
  const told = (what: string, words: string, all: readonly string[], of: readonly string[] = []): Paragraph[] =>
    all.length === 0
      ? []
      : [{ ...line(what, `${words} (${all.length}): ${all.join('; ')}`), sources: sourcesOf(result, of) }];
  const because = ({ agencyId, reason }: { agencyId: string; reason: string }) =>
    `${name(agencyId)}${reason ? ` (${reason})` : ''}`;
  return [
    line(
      'units',
      `Có ${units.reported}/${units.expected} cơ quan, đơn vị gửi báo cáo; số liệu dưới đây tổng hợp từ báo cáo của ${counted} đơn vị, đơn vị chưa báo cáo không được tính là 0.`,
      false,
    ),
    ...told('missing', 'Chưa báo cáo', units.missing.map(name)),
    ...told(
      'late',
      'Báo cáo trễ hạn',
      units.late.map(({ agencyId, days }) => `${name(agencyId)} (${days} ngày làm việc)`),
      units.late.map(({ agencyId }) => agencyId),
    ),
    ...told(
      'partly',
      'Chỉ báo cáo một số kỳ',
      units.partly.map(({ agencyId, rounds }) => `${name(agencyId)} (thiếu ${rounds.join(', ')})`),
      units.partly.map(({ agencyId }) => agencyId),
    ),
    ...told('excluded', 'Báo cáo không đưa vào tổng hợp', units.excluded.map(because)),
    ...told('excused', 'Không phải báo cáo kỳ này', units.excused.map(because)),
    ...partLines(question.districts, 'districts', 'cấp huyện gửi báo cáo tổng hợp', question, line),
    ...partLines(question.leads, 'leads', 'cơ quan chủ trì gửi phần tổng hợp nội dung được giao', question, line),
    ...totals(question, line),
    ...doneAfter(question, line),
  ];
}

/** The reports of these units that are counted in. */
const sourcesOf = ({ counted }: DraftQuestion['result'], ids: readonly string[]) =>
  counted.filter(({ agencyId }) => ids.includes(agencyId));

type Line = (what: string, text: string, list?: boolean) => Paragraph;

/** Whose parts are in it, and whose are not. */
function partLines(
  parts: readonly Part[],
  what: string,
  words: string,
  { names }: DraftQuestion,
  line: Line,
): Paragraph[] {
  if (parts.length === 0) return [];
  const named = (sent: boolean) =>
    parts.filter(({ gathered }) => (gathered !== null) === sent).map(({ agencyId }) => nameIn(names, agencyId));
  const [sent, left] = [named(true), named(false)];
  const lists = [sent.length > 0 && ` (${sent.join('; ')})`, left.length > 0 && `, chưa gửi: ${left.join('; ')}`];
  const text = `Có ${sent.length}/${parts.length} ${words}${lists.filter(Boolean).join('')}`;
  return [{ ...line(what, text), sources: [] }];
}

/** What came after the last day of the period is named and counted in the next. */
function doneAfter({ after, result, names }: DraftQuestion, line: Line): Paragraph[] {
  if (after === undefined || after.units.length === 0) return [];
  const tasks = after.units.reduce((sum, one) => sum + one.tasks, 0);
  const units = new Map(after.units.map((one) => [one.agencyId, one]));
  const authors = sayAuthors(
    after.units.map(({ agencyId }) => ({ agencyId, reportId: '' })),
    names,
  );
  const text = `Sau ngày chốt số liệu (${formatPlainDate(after.cut)}) có thêm ${sayNumber(tasks)} lượt nhiệm vụ hoàn thành (${authors}); tính vào kỳ sau, không có trong số liệu kỳ này.`;
  return [{ ...line('after', text, false), sources: result.counted.filter(({ agencyId }) => units.has(agencyId)) }];
}

function totals({ result }: DraftQuestion, line: Line): Paragraph[] {
  const counts = countsTogether(result.items);
  const told = toldIn(counts);
  if (told === 0) return [];
  const share = Math.round((1000 * counts.done) / told) / 10;
  return [
    line(
      'total',
      `Trong ${sayNumber(told)} lượt nhiệm vụ được báo cáo: ${sayCounts(counts)}; tỷ lệ hoàn thành ${sayNumber(share)}%.`,
      false,
    ),
    ...(result.evidence === 0
      ? []
      : [
          {
            ...line(
              'evidence',
              `Tài liệu kiểm chứng các đơn vị cung cấp: ${sayNumber(result.evidence)}, gồm ${sayEvidenceKinds(result)}.`,
              false,
            ),
            sources: result.proofs,
          },
        ]),
  ];
}
