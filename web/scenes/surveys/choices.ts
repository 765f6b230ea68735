import type { Choice } from '../../../src/survey/model.ts';

/** Answers of a question as lines somebody can type: "1 = Rất hài lòng". */
export const writeChoices = (choices: readonly Choice[]): string =>
  choices.map(({ code, label }) => (code === label ? code : `${code} = ${label}`)).join('\n');

/** The answers of typed lines; a line without a label is its own. */
export const readChoices = (text: string): Choice[] =>
  text.split('\n').flatMap((line) => {
    const [code = '', ...rest] = line.split('=').map((part) => part.trim());
    return code === '' ? [] : [{ code, label: rest.join(' = ') || code }];
  });
