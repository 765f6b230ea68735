import type { Paragraph } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import { findWording } from './columns.ts';
import { agencyFields, type Field } from './row.ts';

/** One label with what it says: "Cơ quan chủ trì" and "Sở Nội vụ". */
export type Label = { field: Field; value: string; sure: boolean };

/** A paragraph that carries labels, and the words before the first one: what is to be done, where the line says it too. */
export type LabelLine = { told: string; labels: Label[]; bracketed: boolean };

/** No line of labels is longer. */
const LONGEST = 4000;
const marker = /^(?:[-–+•*]\s*|\(?[a-zđ\d]{1,2}[.)]\s*)/u;

/** "- Cơ quan chủ trì: Sở Nội vụ; phối hợp: …", "… (Chủ trì: …; hoàn thành trước 30/6/2026)", "… Cơ quan chủ trì: …". */
export function readLabelLine(paragraph: Pick<Paragraph, 'text'>): LabelLine | undefined {
  const body = squish(paragraph.text).replace(marker, '');
  if (body.length > LONGEST) return undefined;
  const whole = labelAtStart(body);
  const marks = [...(whole ? [{ ...whole, at: 0 }] : []), ...marksWithin(body)];
  const spread = [...new Map(marks.map((mark) => [mark.at, mark])).values()].sort((a, b) => a.at - b.at);
  const [first] = spread;
  if (!first) return readCharge(body);
  if (first.at === 0) return { told: '', labels: valuesOf(body, spread), bracketed: false };
  const bracketed = opens(body, first.at);
  const inside = bracketed ? body.replace(/\)\s*[.;,]?$/u, '') : body;
  const told = body.slice(0, first.at).replace(/[\s([;,.–-]+$/u, '');
  const labels = valuesOf(inside, spread);
  return isTold(told, labels) ? { told, labels, bracketed } : undefined;
}

/** "Thành lập Quỹ … (Sở Tài chính chủ trì, phối hợp với Sở Tư pháp; hoàn thành trước ngày 31/12/2026)": no label, a charge. */
function readCharge(body: string): LabelLine | undefined {
  const found = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;,]?$/su.exec(body);
  const charge =
    /^([^;]+?)\s+chủ trì(?:\s+thực hiện)?(?:,?\s*(?:và\s+)?phối hợp\s+(?:với\s+)?([^;]+?))?(?:[;,.]\s*((?:hoàn thành|thực hiện|xong|trong|trước|thời gian|từ|quý|tháng|năm|chậm nhất|thường xuyên|hằng|định kỳ)\s.*))?$/iu.exec(
      found?.[2] ?? '',
    );
  const told = found?.[1] ?? '';
  if (
    !charge ||
    told.split(' ').length < 3 ||
    !/^(?:các\s|những\s)?\p{Lu}|^(?:các|sở|bộ|phòng|ban|công an|văn phòng)\s/u.test(charge[1] ?? '')
  )
    return undefined;
  const said: [Field, string | undefined][] = [
    ['lead', charge[1]],
    ['cooperate', charge[2]],
    ['time', charge[3]],
  ];
  const labels = said.flatMap(([field, value]) => (value ? [{ field, value: value.trim(), sure: true }] : []));
  return { told, labels, bracketed: true };
}

/** In the middle of a line only a label that names who acts makes the line a task. */
function isTold(told: string, labels: Label[]): boolean {
  const named = labels.some(({ field, sure }) => sure && (field === 'lead' || field === 'implement'));
  return told.split(' ').length > 2 && named;
}

type Mark = { at: number; end: number; field: Field; sure: boolean };

/** The old and loose form: any short words before the first colon that a header of that column could say. */
function labelAtStart(body: string): Mark | undefined {
  const found = /^([^:]{2,70}):\s*/su.exec(body);
  const label = found?.[1] ?? '';
  if (!found || /[.;]\s|,\s(?!\p{Ll})|\([^)]*$/u.test(label)) return undefined;
  const field = fieldOf(label);
  return field && { at: 0, end: found[0].length, field, sure: surely.test(label) };
}

function fieldOf(label: string): Field | undefined {
  const { wording, confidence } = findWording(label);
  const field = wording as Field;
  const agency = (agencyFields as readonly string[]).includes(field) && confidence >= 0.9;
  const known = agency || field === 'time' || (field === 'result' && label.split(' ').length <= 6);
  return known ? field : undefined;
}

const body = '(?:cơ quan|đơn vị|cơ quan,? đơn vị|tổ chức|bộ phận|phòng,? ban|địa phương|CQ|ĐV)';
const role = '(?:chủ trì|phối hợp|đầu mối|tham mưu|theo dõi|giám sát)';
/** Labels sure enough to be found inside a line; "thực hiện" alone is too common a verb. */
const strict = new RegExp(
  `(?<=^|[;,.()]\\s*|\\s[-–+•]\\s*)((?:(?:các )?${body}\\s+(?:${role}|thực hiện|chịu trách nhiệm)(?:\\s(?:chính|thực hiện|tham mưu|triển khai|và|,|theo dõi))*|${role}(?:\\s(?:chính|thực hiện|và phối hợp|tham mưu))?|(?:phân công|trách nhiệm|người) thực hiện|(?:thời gian|thời hạn|tiến độ|lộ trình|mốc)(?:\\s(?:thực hiện|hoàn thành|triển khai|trình|thời gian|dự kiến))*|hoàn thành|(?:sản phẩm|kết quả|đầu ra)(?:\\s(?:đầu ra|dự kiến|đạt được|thực hiện|cần đạt|hoàn thành|chính))*))\\s*:\\s*`,
  'giu',
);
// "Tổ chức thực hiện …" is what to do, not who.
const surely = new RegExp(`^(?!tổ chức thực hiện)(?:các )?${body}\\s(?:chủ trì|thực hiện|đầu mối)|^chủ trì`, 'iu');

/** "; hoàn thành trước 30/6/2026": a time that carries its own words instead of a label. */
const bareTime =
  /(?<=[;,]\s*)(?=(?:hoàn thành|xong|chậm nhất|trước(?: ngày)?|trong (?:tháng|quý|năm)|quý [IV\d]+|tháng \d+)\s[^;:]*\d)/giu;

function marksWithin(text: string): Mark[] {
  const labels = [...text.matchAll(strict)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    field: fieldOf(match[1] ?? ''),
    sure: true,
  }));
  const found = labels.filter((mark): mark is Mark => mark.field !== undefined);
  const first = found[0];
  if (!first || found.some(({ field }) => field === 'time')) return found;
  const times = [...text.matchAll(bareTime)].filter(({ index }) => index > first.at);
  return [
    ...found,
    ...times.slice(-1).map(({ index }): Mark => ({ at: index, end: index, field: 'time', sure: false })),
  ];
}

function valuesOf(text: string, marks: Mark[]): Label[] {
  return marks.map(({ end, field, sure }, index) => {
    const value = text.slice(end, marks[index + 1]?.at ?? text.length);
    return { field, value: value.replace(/[\s;,.([–+•-]+$/u, ''), sure };
  });
}

/** The labels stand in the last bracket of the line. */
const opens = (text: string, at: number): boolean => text.slice(0, at).trimEnd().endsWith('(');

/** "- Kinh phí: ngân sách tỉnh" among the labels says nothing a task has a field for. */
export const isOtherLabel = (text: string): boolean =>
  /^(?:[-–+•*]\s*)?(?:(?:dự kiến )?(?:kinh phí|nguồn (?:lực|vốn|kinh phí))|ghi chú|căn cứ|địa điểm|quy mô)[^:.;]{0,40}:/iu.test(
    squish(text),
  );

/** "Chủ trì: Ông …" tells who chairs a meeting. */
export const isPerson = (value: string): boolean => /^(?:ông|bà|đồng chí|đ\/c)\s+\p{Lu}/iu.test(value);
