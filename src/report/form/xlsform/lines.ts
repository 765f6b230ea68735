import type { Choice, QuestionKind } from '../model.ts';
import { aliases, choiceColumns, type Sheet, settingColumns, surveyColumns } from './columns.ts';

/** The rows of the sheets by their column names, and what types and lists they say. */

/** What could not be taken over, where. `row` as the spreadsheet counts it; 0: the sheet as a whole. */
export type Told = { sheet: string; row: number; message: string };
type Tell = (sheet: string, row: number, message: string) => void;

export type Line = { row: number; cells: ReadonlyMap<string, string> };
export type Lists = ReadonlyMap<string, readonly Choice[]>;

const ours: readonly string[] = [...surveyColumns, ...choiceColumns, ...settingColumns];
/** Known, and either said row by row or without meaning here. */
const silent: readonly string[] = [
  ...(['default', 'readonly', 'choice_filter', 'repeat_count', 'parameters', 'trigger', 'required_message'] as const),
  ...(['public_key', 'submission_url', 'instance_name', 'style', 'namespaces', 'allow_choice_duplicates'] as const),
];
const translated: readonly string[] = ['label', 'hint', 'constraint_message', 'required_message'];

/** The rows that say something, by column. Of several languages Vietnamese is read, else the first. */
export function linesOf(sheet: Sheet | undefined, tell: Tell): Line[] {
  const [head, ...rows] = sheet?.rows ?? [];
  if (sheet === undefined || head === undefined) return [];
  const columns = columnsOf(sheet.sheet, head, tell);
  return rows.flatMap((row, i) => {
    const cells = new Map([...columns].flatMap(([name, at]) => (row[at] ? [[name, unmarked(row[at])] as const] : [])));
    return cells.size === 0 ? [] : [{ row: i + 2, cells }];
  });
}

/** The apostrophe by which a spreadsheet marks text that looks like a formula is not part of it. */
const unmarked = (text: string): string => text.replace(/^'(?=\s*[-=+@＝＋－＠])/u, '');

function columnsOf(sheet: string, head: readonly string[], tell: Tell): Map<string, number> {
  const columns = new Map<string, number>();
  const languages = new Map<string, { at: number; language: string }[]>();
  for (const [at, heading] of head.entries()) {
    const [bare = '', language] = heading.split(/::?/).map((part) => part.trim());
    const lower = bare.toLowerCase();
    const name = aliases[lower] ?? lower.replaceAll(' ', '_');
    if (name === '') continue;
    if (language !== undefined && translated.includes(name))
      languages.set(name, [...(languages.get(name) ?? []), { at, language }]);
    else if (ours.includes(name) || silent.includes(name)) {
      if (!columns.has(name)) columns.set(name, at);
    } else tell(sheet, 1, `Cột “${heading}” không được đọc.`);
  }
  for (const [name, versions] of languages) {
    const chosen = versions.find(({ language }) => /vi\)|^vi$|tiếng việt|vietnam/i.test(language)) ?? versions[0];
    if (chosen === undefined || columns.has(name)) continue;
    columns.set(name, chosen.at);
    const others = versions.filter((one) => one !== chosen).map(({ language }) => language);
    if (others.length > 0)
      tell(sheet, 1, `Cột “${name}” có nhiều ngôn ngữ: đọc “${chosen.language}”, không đọc ${others.join(', ')}.`);
  }
  return columns;
}

/** The lists of choices by name. */
export function choiceLists(sheet: Sheet | undefined, tell: Tell): Lists {
  const lists = new Map<string, Choice[]>();
  for (const { row, cells } of linesOf(sheet, tell)) {
    const [list, name] = [cells.get('list_name')?.trim() ?? '', cells.get('name')?.trim() ?? ''];
    if (list === '' || name === '') tell('choices', row, 'Lựa chọn thiếu tên danh sách hoặc mã nên bị bỏ qua.');
    else lists.set(list, [...(lists.get(list) ?? []), { name, label: cells.get('label') ?? name }]);
  }
  return lists;
}

const plain: Readonly<Record<string, QuestionKind>> = {
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  text: 'text',
  string: 'text',
  date: 'day',
  note: 'note',
  calculate: 'calculated',
  file: 'evidence',
  image: 'evidence',
  photo: 'evidence',
  audio: 'evidence',
  video: 'evidence',
};

/** What tools note by themselves: who, when, on which device. Here the product knows it. */
const metadata =
  /^(?:start|end|today|deviceid|device id|subscriberid|simserial|phonenumber|phone number|username|email|audit|start-geopoint)$/;

/** What is asked, by the type of a row; undefined where it cannot be asked here. */
export function kindOf(type: string, line: Line, tell: Tell): { kind: QuestionKind; list?: string } | undefined {
  const [word = '', second = '', third = ''] = type.replace(/^(select)[ _](one|multiple)/i, '$1_$2').split(' ');
  const lower = word.toLowerCase();
  if (lower === 'select_one' || lower === 'select_multiple') {
    if (third !== '')
      tell(
        'survey',
        line.row,
        `“${third}” (lựa chọn khác) không được hỗ trợ: hãy thêm lựa chọn “Khác” và một câu hỏi bằng lời.`,
      );
    return { kind: lower === 'select_one' ? 'choice' : 'choices', list: second };
  }
  const kind = plain[type.toLowerCase()];
  if (kind === undefined) {
    const why = metadata.test(type.toLowerCase())
      ? 'do phần mềm tự ghi nên không cần'
      : 'không được hỗ trợ nên bị bỏ qua';
    tell('survey', line.row, `Loại câu hỏi “${type}” ${why}.`);
    return undefined;
  }
  if (kind === 'text' && /multiline/.test(line.cells.get('appearance') ?? '')) return { kind: 'long-text' };
  if (kind === 'evidence' && lower !== 'file')
    tell('survey', line.row, `Câu “${type}” được đọc là tài liệu kiểm chứng.`);
  return { kind };
}
