import type { QuestionKind } from '../model.ts';

/**
 * XLSForm as documented at xlsform.org: sheets survey, choices, settings; the names of types and columns. Columns that begin
 * with "thang_" are ours: other tools leave columns they do not know alone.
 */

export type Sheet = { sheet: string; rows: string[][] };

export const surveyColumns = [
  ...(['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'constraint_message'] as const),
  ...(['calculation', 'appearance', 'thang_kind', 'thang_unit', 'thang_sum', 'thang_indicator'] as const),
] as const;
export type SurveyColumn = (typeof surveyColumns)[number];
export const choiceColumns = ['list_name', 'name', 'label'] as const;
export const settingColumns = ['form_title', 'form_id', 'version', 'default_language', 'thang_note'] as const;

/** The list of yes and no, under the name the documentation's own examples have. */
export const yesNoList = 'yes_no';

export const typeOf: Record<QuestionKind, string> = {
  integer: 'integer',
  decimal: 'decimal',
  percent: 'decimal',
  money: 'decimal',
  'yes-no': `select_one ${yesNoList}`,
  choice: 'select_one',
  choices: 'select_multiple',
  text: 'text',
  'long-text': 'text',
  day: 'date',
  evidence: 'file',
  calculated: 'calculate',
  note: 'note',
};

/** Other spellings of columns that forms in use have. */
export const aliases: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'constraint message': 'constraint_message',
  'list name': 'list_name',
  value: 'name',
  caption: 'label',
  'read only': 'readonly',
  read_only: 'readonly',
  command: 'type',
  title: 'form_title',
  'set form title': 'form_title',
};
