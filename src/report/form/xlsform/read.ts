import { isId } from '../../../kernel/ids.ts';
import { parseExpression } from '../expression/parse.ts';
import {
  blankQuestion,
  type Form,
  type FormItem,
  type Group,
  isGroup,
  type Question,
  type SumRule,
  sumWays,
} from '../model.ts';
import { type Sheet, yesNoList } from './columns.ts';
import { choiceLists, kindOf, type Line, type Lists, linesOf, type Told } from './lines.ts';

export type ReadForm = { form: Form; told: Told[] };

/** What XLSForm has and a form here has not; a cell that is filled there is told of. */
const unsupported: Readonly<Record<string, string>> = {
  default: 'giá trị điền sẵn',
  readonly: 'câu chỉ đọc',
  choice_filter: 'lọc lựa chọn theo câu khác',
  repeat_count: 'số lần lặp',
  parameters: 'tham số của câu hỏi',
  trigger: 'tính lại khi câu khác đổi',
  required_message: 'lời nhắc riêng khi bỏ trống',
};

/**
 * Reads the sheets of an XLSForm. What is not supported is told of with its row, never dropped in silence; what is left is a form
 * that may be mended in the designer.
 */
export function readXlsForm(sheets: readonly Sheet[], title: string): ReadForm {
  const told: Told[] = [];
  const tell = (sheet: string, row: number, message: string) => void told.push({ sheet, row, message });
  const find = (name: string) => sheets.find(({ sheet }) => sheet.trim().toLowerCase() === name);
  const survey = find('survey');
  if (survey === undefined) {
    const message =
      'Tệp không có trang tính “survey” nên không phải XLSForm. Hãy mở tệp, đặt tên trang tính chứa câu hỏi là “survey”.';
    return { form: { title, note: '', items: [] }, told: [{ sheet: 'survey', row: 0, message }] };
  }
  const known = ['survey', 'choices', 'settings'];
  for (const { sheet } of sheets)
    if (!known.includes(sheet.trim().toLowerCase())) tell(sheet, 0, `Trang tính “${sheet}” không được đọc.`);
  const lists = choiceLists(find('choices'), tell);
  const [settings] = linesOf(find('settings'), tell);
  const items = itemsOf(linesOf(survey, tell), lists, tell);
  const said = settings?.cells.get('form_title')?.trim() ?? '';
  return { form: { title: said || title, note: settings?.cells.get('thang_note') ?? '', items }, told };
}

type Tell = (sheet: string, row: number, message: string) => void;

/** Groups within groups become one, with the conditions of both; repeats are left out with what is in them. */
function itemsOf(lines: readonly Line[], lists: Lists, tell: Tell): FormItem[] {
  const items: FormItem[] = [];
  const open: Open[] = [];
  let repeats = 0;
  for (const line of lines) {
    const type = (line.cells.get('type') ?? '').trim().replace(/\s+/g, ' ');
    const mark = type.toLowerCase().replace(/^(begin|end)[ _]/, '$1 ');
    if (type === '') tell('survey', line.row, 'Dòng không có loại câu hỏi (cột type) nên bị bỏ qua.');
    else if (mark === 'begin repeat') {
      repeats++;
      tell('survey', line.row, 'Nhóm lặp (repeat) không được hỗ trợ: nhóm và các câu bên trong bị bỏ qua.');
    } else if (mark === 'end repeat') repeats = Math.max(0, repeats - 1);
    else if (repeats > 0) continue;
    else if (mark === 'begin group') beginGroup(line, open, items, tell);
    else if (mark === 'end group') open.pop();
    else {
      const question = questionOf(line, type, lists, tell);
      if (question) place(question, open.at(-1), items);
    }
  }
  if (open.length > 0) tell('survey', 0, 'Có nhóm chưa đóng (thiếu end_group); nhóm được đóng ở cuối phiếu.');
  return items.filter((item) => !isGroup(item) || item.questions.length > 0);
}

/** After an inner group has closed, the outer one goes on as a group of its own. */
function place(question: Question, group: Open | undefined, items: FormItem[]): void {
  if (group === undefined) items.push(question);
  else if (items.at(-1) === group.part) group.part.questions.push(question);
  else {
    group.part = { ...group.part, name: `${group.name}_${items.length + 1}`, questions: [question] };
    items.push(group.part);
  }
}

/** A group that is not closed yet, with the part of it that takes what comes. */
type Open = { name: string; part: Group };

function beginGroup(line: Line, open: Open[], items: FormItem[], tell: Tell): void {
  const outer = open.at(-1)?.part;
  const own = readCells(line, tell);
  const name = own.name || `nhom_${line.row}`;
  const group: Group = { kind: 'group', name, label: own.label, relevant: own.relevant, questions: [] };
  if (outer) {
    tell(
      'survey',
      line.row,
      `Nhóm “${name}” nằm trong nhóm “${outer.name}”: đã tách thành nhóm riêng, giữ điều kiện của cả hai.`,
    );
    group.label = [outer.label, group.label].filter(Boolean).join(': ');
    group.relevant = both(outer.relevant, group.relevant);
  }
  open.push({ name, part: group });
  items.push(group);
}

const both = (a: string, b: string): string => (a === '' ? b : b === '' ? a : `(${a}) and (${b})`);

function questionOf(line: Line, type: string, lists: Lists, tell: Tell): Question | undefined {
  const found = kindOf(type, line, tell);
  if (found === undefined) return undefined;
  const cells = readCells(line, tell);
  const said = line.cells.get('thang_kind')?.trim();
  const isFigure = found.kind === 'decimal' && (said === 'percent' || said === 'money');
  for (const [column, what] of Object.entries(unsupported))
    if (line.cells.get(column)?.trim())
      tell('survey', line.row, `Cột “${column}” (${what}) không được hỗ trợ, không được giữ.`);
  const choices = found.list === undefined ? [] : (lists.get(found.list) ?? []);
  const isYesNo = found.list === yesNoList && choices.map(({ name }) => name).join(' ') === 'yes no';
  const kind = isFigure ? said : isYesNo && found.kind === 'choice' ? 'yes-no' : found.kind;
  if (found.list !== undefined && choices.length === 0)
    tell('survey', line.row, `Danh sách lựa chọn “${found.list}” không có trong trang tính “choices”.`);
  const indicator = line.cells.get('thang_indicator')?.trim() ?? '';
  const label = /\$\{/.test(cells.label + cells.hint);
  if (label)
    tell('survey', line.row, 'Nội dung có ${…}: câu trả lời của câu khác không được điền vào lời, giữ nguyên chữ.');
  return {
    ...{ ...blankQuestion(kind, cells.name || `cau_${line.row}`), ...cells, name: cells.name || `cau_${line.row}` },
    choices: kind === 'yes-no' ? [] : choices.map((one) => ({ ...one })),
    unit: line.cells.get('thang_unit') ?? '',
    sum: sumOf(line.cells.get('thang_sum') ?? ''),
    ...(isId(indicator) && { indicator }),
  };
}

function sumOf(text: string): SumRule | null {
  const [word, part = '', whole = ''] = text.trim().split(/\s+/);
  const way = sumWays.find((one) => one === word);
  return way === undefined ? null : { way, part: way === 'share' ? part : '', whole: way === 'share' ? whole : '' };
}

type Cells = Pick<
  Question,
  'name' | 'label' | 'hint' | 'required' | 'relevant' | 'constraint' | 'message' | 'calculation'
>;

function readCells(line: Line, tell: Tell): Cells {
  const at = (column: string): string => line.cells.get(column) ?? '';
  const required = at('required').trim().toLowerCase();
  const plain = ['', 'no', 'false', 'false()', '0'].includes(required);
  const yes = ['yes', 'true', 'true()', '1'].includes(required);
  if (!plain && !yes)
    tell('survey', line.row, 'Bắt buộc theo điều kiện không được hỗ trợ: câu được đặt là không bắt buộc.');
  return {
    ...{ name: at('name').trim(), label: at('label'), hint: at('hint'), required: yes },
    relevant: formula(line, 'relevant', tell),
    constraint: formula(line, 'constraint', tell),
    message: at('constraint_message'),
    calculation: formula(line, 'calculation', tell),
  };
}

/** A formula that cannot be read here would keep the form from being sent: it is left out, and told of as it stood. */
function formula(line: Line, column: string, tell: Tell): string {
  const text = line.cells.get(column) ?? '';
  if (text.trim() === '') return '';
  const { fault } = parseExpression(text);
  if (fault === undefined) return text;
  tell(
    'survey',
    line.row,
    `Công thức ở cột “${column}” không dùng được nên bị bỏ: ${text} (ký tự ${fault.at + 1}: ${fault.message})`,
  );
  return '';
}
