import { type Named, namesIn } from './expression/names.ts';
import { parseExpression } from './expression/parse.ts';
import { type Form, isFigure, isGroup, namePattern, type Question, questionsOf } from './model.ts';

/** What is to be mended before a form is sent. `at`: the character of a formula, where one is wrong. */
export type FormFault = { name: string; field: FormField; at: number | null; message: string };
export type FormField =
  | 'name'
  | 'label'
  | 'choices'
  | 'relevant'
  | 'constraint'
  | 'calculation'
  | 'sum'
  | 'kind'
  | 'indicator';

/** Everything that keeps a form from being sent, in its order. An empty list: it can be. */
export function checkForm(form: Form): FormFault[] {
  const lines = questionsOf(form);
  const faults: FormFault[] = [];
  const asked = new Map(lines.map(({ question }) => [question.name, question]));
  if (lines.every(({ question }) => question.kind === 'note'))
    faults.push(fault('', 'kind', 'Phiếu chưa có câu hỏi nào. Hãy thêm ít nhất một câu hỏi.'));
  faults.push(...checkNames(form));
  for (const item of form.items)
    if (isGroup(item)) {
      faults.push(...checkFormula(item.name, 'relevant', item.relevant, asked));
      if (item.questions.length === 0)
        faults.push(fault(item.name, 'kind', 'Nhóm chưa có câu hỏi nào. Hãy thêm hoặc xóa nhóm.'));
    }
  for (const { question } of lines) faults.push(...checkQuestion(question, asked));
  faults.push(...checkCircles(form, asked));
  const pieces = lines.filter(({ question }) => question.kind === 'evidence');
  for (const { question } of pieces.slice(1))
    faults.push(
      fault(
        question.name,
        'kind',
        'Mỗi phiếu chỉ có một câu “Tài liệu kiểm chứng”; đơn vị thêm nhiều tài liệu vào câu ấy.',
      ),
    );
  return faults;
}

const fault = (name: string, field: FormField, message: string, at: number | null = null): FormFault => ({
  ...{ name, field, at, message },
});

const legal = new RegExp(namePattern);

function checkNames(form: Form): FormFault[] {
  const names = form.items.flatMap((item) => (isGroup(item) ? [item, ...item.questions] : [item]));
  const seen = new Set<string>();
  return names.flatMap(({ name }) => {
    const again = seen.has(name);
    seen.add(name);
    if (!legal.test(name))
      return [
        fault(name, 'name', `Mã “${name}” chưa đúng: bắt đầu bằng chữ không dấu, chỉ gồm chữ, số, “_”, “-”, “.”.`),
      ];
    return again ? [fault(name, 'name', `Mã “${name}” đã dùng cho câu khác. Hãy đặt mã khác.`)] : [];
  });
}

type Asked = ReadonlyMap<string, Question>;

function checkQuestion(question: Question, asked: Asked): FormFault[] {
  const { name, kind } = question;
  const faults: FormFault[] = [];
  if (question.label.trim() === '') faults.push(fault(name, 'label', 'Câu hỏi chưa có nội dung.'));
  if (kind === 'choice' || kind === 'choices') faults.push(...checkChoices(question));
  if (kind === 'calculated' && question.calculation.trim() === '')
    faults.push(fault(name, 'calculation', 'Dòng tính chưa có công thức.'));
  faults.push(...checkFormula(name, 'relevant', question.relevant, asked));
  faults.push(...checkFormula(name, 'constraint', question.constraint, asked));
  faults.push(...checkFormula(name, 'calculation', question.calculation, asked));
  if (question.indicator && !isFigure(question))
    faults.push(fault(name, 'indicator', 'Chỉ câu hỏi bằng số mới ghi được vào chỉ tiêu.'));
  return [...faults, ...checkSum(question, asked)];
}

function checkChoices({ name, choices }: Question): FormFault[] {
  if (choices.length < 2) return [fault(name, 'choices', 'Cần ít nhất hai lựa chọn.')];
  const names = choices.map((one) => one.name);
  if (names.some((one) => one === '' || /[\s']/.test(one)))
    return [fault(name, 'choices', 'Mã lựa chọn không được trống, không có dấu cách hoặc dấu nháy.')];
  if (new Set(names).size < names.length) return [fault(name, 'choices', 'Có hai lựa chọn trùng mã.')];
  return choices.some(({ label }) => label.trim() === '')
    ? [fault(name, 'choices', 'Có lựa chọn chưa có nội dung.')]
    : [];
}

function checkSum({ name, sum, ...rest }: Question, asked: Asked): FormFault[] {
  if (sum === null || sum.way === 'none') return [];
  if (!isFigure(rest)) return [fault(name, 'sum', 'Chỉ câu hỏi bằng số mới tổng hợp được bằng phép tính.')];
  if (sum.way !== 'share') return [];
  const known = (part: string): boolean => {
    const one = asked.get(part);
    return one !== undefined && isFigure(one);
  };
  if (known(sum.part) && known(sum.whole)) return [];
  return [fault(name, 'sum', 'Tỷ lệ chung tính bằng tổng tử số chia tổng mẫu số: hãy chọn hai câu hỏi bằng số.')];
}

/** What is wrong with one formula among the questions there are; for the designer, as it is typed. */
export function checkFormula(name: string, field: FormField, text: string, asked: Asked): FormFault[] {
  if (text.trim() === '') return [];
  const { expression, fault: unread } = parseExpression(text);
  if (unread) return [fault(name, field, unread.message, unread.at)];
  const { fields, self, loose } = namesIn(expression);
  if (loose !== null)
    return [fault(name, field, 'Nhiều câu hỏi nối bằng “|” chỉ dùng trong sum(), count(), min(), max().', loose)];
  if (self && field !== 'constraint')
    return [fault(name, field, 'Dấu “.” chỉ dùng trong điều kiện kiểm tra của chính câu hỏi.', 0)];
  return fields.flatMap((one) => checkField(name, field, one, asked));
}

function checkField(name: string, field: FormField, { name: meant, at }: Named, asked: Asked): FormFault[] {
  const question = asked.get(meant);
  if (question === undefined) return [fault(name, field, `Không có câu hỏi nào có mã “${meant}”.`, at)];
  if (question.kind === 'note') return [fault(name, field, `“${meant}” là lời dẫn, không có câu trả lời.`, at)];
  if (meant === name && field !== 'constraint')
    return [fault(name, field, 'Công thức không được dùng câu trả lời của chính câu này.', at)];
  return [];
}

/** What each question's figure and showing hang on. */
function checkCircles(form: Form, asked: Asked): FormFault[] {
  const needs = new Map(
    questionsOf(form).map(({ question, group }) => [
      question.name,
      [question.calculation, question.relevant, group?.relevant ?? ''].flatMap(fieldsIn),
    ]),
  );
  const reached = (from: string): boolean => {
    const seen = new Set<string>();
    const todo = [...(needs.get(from) ?? [])];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next === from) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      todo.push(...(needs.get(next) ?? []));
    }
    return false;
  };
  return [...needs].flatMap(([name, own]) => {
    // A question that names itself was told of already.
    if (own.includes(name) && !inGroupThatAsks(form, name)) return [];
    if (!reached(name)) return [];
    const field = asked.get(name)?.calculation.trim() ? 'calculation' : 'relevant';
    return [fault(name, field, 'Các công thức dẫn vòng về chính câu này. Hãy bỏ một mắt xích.')];
  });
}

const inGroupThatAsks = (form: Form, name: string): boolean =>
  questionsOf(form).some(
    ({ question, group }) => question.name === name && group !== null && fieldsIn(group.relevant).includes(name),
  );

function fieldsIn(text: string): string[] {
  if (text.trim() === '') return [];
  const { expression } = parseExpression(text);
  return expression === undefined ? [] : namesIn(expression).fields.map(({ name }) => name);
}
