import { fold } from '../../../kernel/text.ts';
import { type Form, isGroup, type Question, questionsOf, yesNo } from '../model.ts';
import {
  choiceColumns,
  type Sheet,
  type SurveyColumn,
  settingColumns,
  surveyColumns,
  typeOf,
  yesNoList,
} from './columns.ts';

type Row = Partial<Record<SurveyColumn, string>>;

/** A form as the three sheets of an XLSForm; `version`: by which the tools tell one issue of it from the next. */
export function writeXlsForm(form: Form, version: string): Sheet[] {
  const survey = form.items.flatMap((item): Row[] => {
    if (!isGroup(item)) return [questionRow(item)];
    const { name, label, relevant } = item;
    return [{ type: 'begin_group', name, label, relevant }, ...item.questions.map(questionRow), { type: 'end_group' }];
  });
  const settings = { form_title: form.title, form_id: idOf(form.title), version, default_language: 'Tiếng Việt (vi)' };
  return [
    {
      sheet: 'survey',
      rows: [[...surveyColumns], ...survey.map((row) => surveyColumns.map((name) => row[name] ?? ''))],
    },
    { sheet: 'choices', rows: [[...choiceColumns], ...choiceRows(form)] },
    {
      sheet: 'settings',
      rows: [[...settingColumns], settingColumns.map((name) => ({ ...settings, thang_note: form.note })[name])],
    },
  ];
}

function questionRow(question: Question): Row {
  const { kind, name, label, hint, relevant, constraint, calculation, unit, sum } = question;
  const listed = kind === 'choice' || kind === 'choices';
  return {
    type: listed ? `${typeOf[kind]} ${listOf(name)}` : typeOf[kind],
    ...{ name, label, hint, relevant, constraint, calculation },
    required: question.required ? 'yes' : '',
    constraint_message: question.message,
    appearance: kind === 'long-text' ? 'multiline' : '',
    thang_kind: kind === 'percent' || kind === 'money' ? kind : '',
    thang_unit: unit,
    thang_indicator: question.indicator ?? '',
    thang_sum: sum === null ? '' : sum.way === 'share' ? `share ${sum.part} ${sum.whole}` : sum.way,
  };
}

function choiceRows(form: Form): string[][] {
  const questions = questionsOf(form).map(({ question }) => question);
  const own = questions
    .filter(({ kind }) => kind === 'choice' || kind === 'choices')
    .flatMap(({ name, choices }) => choices.map((one) => [listOf(name), one.name, one.label]));
  const asked = questions.some(({ kind }) => kind === 'yes-no');
  return [...(asked ? yesNo.map((one) => [yesNoList, one.name, one.label]) : []), ...own];
}

/** Each question has a list of its own, under its name. */
const listOf = (name: string): string => (name === yesNoList ? `${name}_list` : name);

/** "so_lieu_bhyt": letters without marks, as form_id must be. */
const idOf = (title: string): string =>
  fold(title)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60) || 'phieu_so_lieu';
