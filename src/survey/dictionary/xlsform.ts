import { Problem } from '../../kernel/problem.ts';
import { squish } from '../../kernel/text.ts';
import type { QuestionKind } from '../../report/form/model.ts';
import { questionsOf } from '../../report/form/model.ts';
import { readXlsForm } from '../../report/form/xlsform/read.ts';
import type { CellRows } from '../../report/sheet/hidden.ts';
import type { Choice, Variable } from '../model.ts';
import type { Declared, DeclaredDictionary } from './declared.ts';

type Rows = readonly (readonly string[])[];

const types: Partial<Record<QuestionKind, Variable['type']>> = {
  ...{ integer: 'integer', decimal: 'number', percent: 'number', money: 'number', day: 'date' },
  // Several choices stand in one cell ("1 3").
  ...{ choices: 'text', text: 'text', 'long-text': 'text' },
};

/**
 * What an XLSForm questionnaire says of the columns: names, labels, choices. Codes of no answer ("không biết", "từ chối") are
 * those with a mark in a column `missing` of the sheet `choices`, or listed in a column `missing` of the sheet `survey`
 * (`88=Không biết; 99=Từ chối`); a label that sounds like one says nothing.
 */
export function readXlsFormDictionary(sheets: readonly CellRows[], name: string): DeclaredDictionary {
  const plain = sheets.map(({ sheet, rows }) => ({
    sheet,
    rows: rows.map((row) => row.map((cell) => String(cell ?? ''))),
  }));
  const find = (wanted: string): Rows => plain.find(({ sheet }) => sheet.trim().toLowerCase() === wanted)?.rows ?? [];
  if (find('survey').length === 0)
    throw new Problem('survey-dictionary-wrong', {
      name,
      what: 'Tệp không có trang tính “survey” nên không phải XLSForm.',
    });
  const { form } = readXlsForm(plain, name);
  const listed = markedChoices(find('choices'));
  const own = new Map(recordsOf(find('survey')).map((line) => [line('name'), line]));
  const variables = questionsOf(form)
    .filter(({ question }) => question.kind !== 'note')
    .map(({ question }): Declared => {
      const { name: column, label, kind, choices } = question;
      const line = own.get(column);
      const [, list = ''] = /^select[_ ](?:one|multiple)\s+(\S+)/i.exec(line?.('type') ?? '') ?? [];
      const said = types[kind];
      return {
        name: column,
        label: squish(label) || null,
        ...(said && { type: said }),
        ...(choices.length > 0 && {
          choices: choices.map((one) => ({ code: one.name, label: squish(one.label) || one.name })),
        }),
        missing: [...(listed.get(list) ?? []), ...spokenCodes(line?.('missing') ?? '')],
      };
    });
  return { title: squish(form.title) || null, variables, loose: true };
}

/** The choices with a mark in the column `missing`, by list. */
function markedChoices(rows: Rows): Map<string, Choice[]> {
  const lists = new Map<string, Choice[]>();
  for (const line of recordsOf(rows)) {
    if (!/^(1|x|yes|true|có)$/i.test(line('missing'))) continue;
    const list = line('list_name') || line('list name');
    const code = line('name') || line('value');
    lists.set(list, [...(lists.get(list) ?? []), { code, label: line('label') || code }]);
  }
  return lists;
}

/** "88=Không biết; 99" */
const spokenCodes = (text: string): Choice[] =>
  text
    .split(/[;,]/)
    .map((one) => one.split('=').map((part) => part.trim()))
    .flatMap(([code = '', label]) => (code === '' ? [] : [{ code, label: label || code }]));

/** Rows under a line of headings; a cell by its heading, whatever language stands behind it (`label::Tiếng Việt (vi)`). */
function recordsOf([head = [], ...rows]: Rows): ((heading: string) => string)[] {
  const columns = new Map<string, number>();
  for (const [i, heading] of head.entries()) {
    const [bare = ''] = heading.split('::');
    const known = bare.trim().toLowerCase();
    if (!columns.has(known)) columns.set(known, i);
  }
  return rows.map((row) => (heading) => squish(row[columns.get(heading) ?? -1] ?? ''));
}
