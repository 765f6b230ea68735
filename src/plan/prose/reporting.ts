import { readAgencies } from '../../place/agencies.ts';
import type { DocumentHead, Reporting, Schedule } from '../model.ts';
import { findSchedule, readSchedule } from '../schedule.ts';
import { findOrder } from './order.ts';
import { splitSentences, splitStatements } from './sentences.ts';

/** A text that may oblige somebody to report; `who` where the text itself names nobody. */
export type Passage = { text: string; who: string[] };

const receiver =
  '(?:(?:lãnh đạo\\s+|thường trực\\s+|chủ tịch\\s+|giám đốc\\s+|trưởng\\s+|các\\s+)?(?:ủy ban nhân dân|uỷ ban nhân dân|UBND|HĐND|hội đồng nhân dân|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|thị ủy|đảng ủy|ban thường vụ|sở|bộ|phòng|văn phòng|thủ tướng|chính phủ|ban chỉ đạo|thanh tra|trung ương|cơ quan|cấp ủy|cấp trên|đơn vị|bí thư)(?![\\p{L}])(?:(?!\\s(?:về|trước|qua|thông qua|để|theo|những|kết quả|xem xét|tình hình|định kỳ|vào|chậm nhất|khi|các nội dung|nội dung|tiến độ|việc|chỉ đạo|quyết định|xử lý|khó khăn|danh (?:mục|sách)|số liệu|đúng|cho ý kiến|hằng|hàng|trong|sau khi|kịp thời|bằng văn bản|ngay|đến (?:hết|ngày))(?=[\\s,.;)]))(?:,\\s(?=(?:ban|ngành|đơn vị|địa phương)(?![\\p{L}]))|[^,.;():/]))*)';
const toReceiver = new RegExp(`^\\s*(?:(?:về|lên|cho|với|gửi(?:\\s+về)?|đến)\\s+)?(${receiver})`, 'iu');
const sentTo = new RegExp(`(?:gửi(?:\\s+về)?|về|lên|đến|trình)\\s+(${receiver})`, 'iu');
/** As a noun a report is a thing, not an act: "các báo cáo", "chế độ báo cáo", "theo báo cáo". */
const reports =
  /(?<!(?:các|chế độ|mẫu|biểu mẫu|bảng mẫu|theo|thông tin|loại|những|nội dung|hệ thống|(?<!định )kỳ|100%|mẫu,?)\s)(?<![\p{L}])(?:báo cáo(?![\p{L}])|phản ánh(?=\s+(?:kịp thời\s+)?(?:bằng văn bản\s+)?(?:(?:những\s+|các\s+)?(?:khó khăn|vướng mắc)[^.;:()]{0,60}?\s)?(?:về|với|đến|gửi)\s))/giu;
const through =
  /\(?\s*(?:thông qua|qua)\s+((?:sở|phòng|văn phòng|ban|cơ quan|thường trực|bộ phận|thanh tra|trung tâm|VP)(?![\p{L}])[^),.;:]*)/iu;
const compiled = new RegExp(
  `tổng hợp\\s+((?:kết quả|tình hình|báo cáo)[^;.()]*?)\\s*,?\\s+gửi\\s+(?:về\\s+)?(${receiver})`,
  'iu',
);
const issuesPlan =
  /(?:xây dựng|ban hành)(?:\s+và\s+(?:ban hành|tổ chức thực hiện|triển khai))?\s+(kế hoạch|chương trình)(?![\p{L}])/iu;
const ownSubject =
  /(?:^|[,.;:]\s*|yêu cầu\s+|đề nghị\s+|giao\s+)([^.;:]*?)\s*(?:(?:tổng hợp|kịp thời|định kỳ|có trách nhiệm|chủ động|thường xuyên|phải|gửi|xây dựng|lập|thực hiện|tổng hợp kết quả|tiến hành|sẽ|cần)[\s,]*)*$/iu;

/** Who must report to whom, by way of whom and when, and who must issue a plan by a stated day. */
export function readReporting(passages: Passage[], head: DocumentHead): Reporting[] {
  return passages.flatMap(({ text, who }) =>
    splitSentences(text).flatMap((sentence) =>
      splitStatements(sentence).flatMap((statement) => readStatement(statement, sentence, who, head)),
    ),
  );
}

function readStatement(statement: string, sentence: string, who: string[], head: DocumentHead): Reporting[] {
  const report = readReport(statement, sentence, who, head) ?? readCompiled(statement, sentence, who, head);
  const plan = readPlanDuty(statement, sentence, who, head);
  return [report, plan].filter((one) => one !== undefined);
}

function readReport(statement: string, sentence: string, who: string[], head: DocumentHead): Reporting | undefined {
  for (const match of statement.matchAll(reports)) {
    if (aims.test(statement.slice(Math.max(0, match.index - NEAR), match.index))) continue;
    const from = match.index + match[0].length;
    const tail = statement.slice(from, from + NEAR);
    const direct = toReceiver.exec(tail);
    const later = direct ? null : sentTo.exec(tail);
    const via = viaOf(tail);
    const to = (direct ?? later)?.[1];
    if (!to && !via) continue;
    const subject = subjectOf(statement.slice(0, match.index));
    // nobody named, no way and no day: a remark about reports
    if (subject.length === 0 && who.length === 0 && !via && !scheduleOf(statement, head)) continue;
    return {
      who: subject.length > 0 ? subject : who,
      what: whatOf(statement, sentence, match.index, tail, direct?.[0].length, later?.index),
      to: to ? tidy(to) : null,
      via,
      schedule:
        scheduleOf(statement, head) ??
        periodAfter(tail.slice(direct?.[0].length ?? 0), head) ??
        scheduleOf(sentence === statement ? '' : onlyIfSole(sentence), head),
      quote: quoteOf(statement, sentence),
    };
  }
  return undefined;
}

/** What is said of a report stands no further from the word. */
const NEAR = 800;

/** What a report is for is no report of its own: "Để tổng hợp báo cáo UBND tỉnh, …", "… để tổng hợp, báo cáo UBND tỉnh". */
const aims = /(?:^|\s)(?:để|nhằm|phục vụ)\s[^,;.]*$|\sđể\s+(?:kịp thời\s+)?(?:tổng hợp|xem xét|theo dõi)[^;.]*$/iu;

/** A sentence with one report lends it its time; with several, each has its own. */
const onlyIfSole = (sentence: string): string => ([...sentence.matchAll(reports)].length === 1 ? sentence : '');

function readCompiled(statement: string, sentence: string, who: string[], head: DocumentHead): Reporting | undefined {
  const match = compiled.exec(statement);
  if (!match) return undefined;
  const schedule = scheduleOf(statement, head);
  return {
    who,
    what: tidy(match[1] ?? ''),
    to: tidy(match[2] ?? ''),
    via: viaOf(statement),
    schedule,
    quote: quoteOf(statement, sentence),
  };
}

function readPlanDuty(statement: string, sentence: string, who: string[], head: DocumentHead): Reporting | undefined {
  const match = issuesPlan.exec(statement);
  if (!match) return undefined;
  const part = statement.slice(match.index, match.index + 300).replace(/báo cáo.*$/iu, '');
  const schedule = scheduleOf(part, head);
  if (!schedule || (schedule.kind !== 'deadline' && schedule.kind !== 'several' && schedule.kind !== 'window'))
    return undefined;
  const subject = subjectOf(statement.slice(0, match.index));
  const sent = new RegExp(`gửi(?:\\s+về)?\\s+(${receiver})`, 'iu').exec(part)?.[1];
  const what = (match[1] ?? '').toLowerCase();
  return {
    who: subject.length > 0 ? subject : who,
    what,
    to: sent ? tidy(sent) : null,
    via: viaOf(part),
    schedule,
    quote: quoteOf(statement, sentence),
  };
}

/** When a report is due. "Thường xuyên hướng dẫn, … báo cáo" says how the guiding goes on, not when the report is due. */
function scheduleOf(text: string, head: DocumentHead): Schedule | null {
  const schedule = findSchedule(text, head.year)?.schedule ?? null;
  if (schedule !== null && schedule.kind !== 'continuous') return schedule;
  const found = recurring.exec(text);
  return found ? readSchedule(found[1] ?? found[0], head.year).schedule : null;
}

/** "… báo cáo UBND tỉnh hằng quý và đột xuất": the period right after whom it goes to. */
function periodAfter(text: string, head: DocumentHead): Schedule | null {
  const found =
    /^[\s,(]*((?:định kỳ\s+)?h[ằà]ng\s+(?:tuần|tháng|quý|năm)(?:,\s*(?:(?:h[ằà]ng\s+)?(?:quý|0?6 tháng|năm)))*)/iu.exec(
      text,
    )?.[1];
  return found ? readSchedule(found, head.year).schedule : null;
}

/** Reports are also due "định kỳ", where no period is printed, or "hằng quý" inside the sentence. */
const recurring =
  /định kỳ\s+theo quy định|định kỳ|(?:^|[,;(]\s*|\svà\s)(h[ằà]ng\s+(?:tháng|quý|năm|tuần|ngày))(?=[\s,]+(?:\S+\s){0,6}báo cáo)/iu;

/** Who reports, where the statement itself says: not the one who is only advised ("tham mưu UBND … báo cáo"). */
function subjectOf(before: string): string[] {
  const part = /([^,.;:]*(?:,[^,.;:]*)*)$/u.exec(before)?.[1] ?? '';
  if (/tham mưu(?:,\s*giúp)?\s[^.;:]*$/iu.test(part)) return [];
  const said = ownSubject.exec(part)?.[1] ?? '';
  return lastAgencies(said);
}

/** The longest end of a text that is nothing but agencies. */
function lastAgencies(text: string): string[] {
  const starts = [...text.matchAll(/^|[,:]\s+|(?:yêu cầu|đề nghị|giao)\s+/giu)].map(
    (match) => match.index + match[0].length,
  );
  for (const start of starts) {
    const order = findOrder(text.slice(start));
    if (order && order.rest === '' && wholly(text.slice(start))) return order.agencies;
  }
  return [];
}

const wholly = (text: string): boolean =>
  readAgencies(text).confidence >= 0.85 && !/(?:đối với|của|về|cho)\s/iu.test(text);

function viaOf(text: string): string | null {
  const name = through.exec(text)?.[1];
  return name
    ? name.replace(/\s+(?:để\s+)?(?:tổng hợp|theo dõi|xem xét|trước|chậm nhất|định kỳ).*$/iu, '').trim()
    : null;
}

function whatOf(
  statement: string,
  sentence: string,
  at: number,
  tail: string,
  direct: number | undefined,
  later: number | undefined,
): string | null {
  const said = direct === undefined ? tail.slice(0, later) : tail.slice(direct);
  const object = reported.exec(hold(said.replace(/^\s*\([^)]*\)/u, '').replace(/^\s*về\s+/iu, '')))?.[1];
  if (object) return release(object);
  const trouble = /(?:phát sinh|có)\s+(?:những\s+)?((?:khó khăn,?\s*)?vướng mắc)/iu.exec(statement)?.[1];
  if (trouble) return trouble;
  const gathered = compiledBefore.exec(hold(sentence.slice(0, sentence.indexOf(statement) + at)))?.[1];
  return gathered ? release(gathered) : null;
}

const reported =
  /^\s*((?:những|kết quả|tình hình|danh (?:mục|sách)|số liệu|các nội dung|nội dung|tiến độ|khó khăn|việc)[^,.;()]*?)(?=\s(?:trước|để|theo quy định|định kỳ|chậm nhất|trong quá trình|về)\s|[,.;()]|\s*$)/iu;
const compiledBefore = /tổng hợp\s+((?:kết quả|tình hình|báo cáo)[^,;.()]*?)(?:\s+của\s|\s+và\s|[,;.()]|$)/iu;

/** Set phrases hold a comma that ends nothing: "khó khăn, vướng mắc", "cải thiện, nâng cao". */
const hold = (text: string): string =>
  text.replace(
    /(khó khăn|cải thiện|tồn tại|chỉ đạo|duy trì), (?=vướng mắc|nâng cao|hạn chế|điều hành|cải thiện)/giu,
    '$1\u0000',
  );
const release = (text: string): string => text.replaceAll('\u0000', ', ').trim();

/** A statement that is only a few words is quoted with its sentence. */
const quoteOf = (statement: string, sentence: string): string =>
  (statement.length < 60 ? sentence : statement).replace(/\s*\.\/\.$/u, '');

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
