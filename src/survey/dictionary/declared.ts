import { Problem } from '../../kernel/problem.ts';
import type { Choice, Variable } from '../model.ts';
import { asList, asMapping, asName, asOneOf, parseYaml, readWritten, type Written, WrittenWrong } from '../written.ts';
import { nearNames } from './near.ts';

/** What somebody says of a column: all that is left out is found in the data, but codes of no answer are only ever said. */
export type Declared = Pick<Variable, 'name'> & Partial<Omit<Variable, 'name'>>;
export type DeclaredDictionary = {
  title: string | null;
  variables: Declared[];
  /** Whether it may say things of columns that the data do not have, as a questionnaire does. */
  loose: boolean;
};

const types = ['number', 'integer', 'text', 'boolean', 'date'] as const;
const said = ['label', 'type', 'choices', 'missing'] as const;

/**
 * A data dictionary from YAML or JSON: `variables` by name (`q1: { label, type, choices: { 1: Có }, missing: { 88: Không biết } }`)
 * or as the list that an import writes.
 */
export function parseDictionary(text: string, name: string): DeclaredDictionary {
  return readWritten('survey-dictionary-wrong', name, () => {
    const written = asMapping(parseYaml(text), 'Từ điển dữ liệu', ['title', 'source', 'rows', 'variables']);
    const { title = null, variables } = written;
    return {
      title: title === null ? null : String(title),
      variables: Array.isArray(variables) ? variables.map(listed) : named(variables),
      loose: false,
    };
  });
}

function listed(value: unknown, i: number): Declared {
  const written = asMapping(value, `Biến thứ ${i + 1}`, ['name', ...said]);
  return variableOf(asName(written.name, `Biến thứ ${i + 1}: “name”`), written);
}

function named(value: unknown): Declared[] {
  if (typeof value !== 'object' || value === null)
    throw new WrittenWrong('“variables” phải nêu các biến theo tên cột.');
  return Object.entries(value).map(([name, one]) => variableOf(name, asMapping(one ?? {}, `Biến “${name}”`, said)));
}

function variableOf(name: string, { label, type, choices, missing }: Written): Declared {
  return {
    name,
    ...(label !== undefined && { label: label === null ? null : String(label) }),
    ...(type !== undefined && { type: asOneOf(type, types, `Biến “${name}”: “type”`) }),
    ...(choices !== undefined && { choices: choicesOf(choices, `Biến “${name}”: “choices”`) }),
    ...(missing !== undefined && { missing: choicesOf(missing, `Biến “${name}”: “missing”`) }),
  };
}

/** Codes with labels (`{ 1: Có }`), listed as the model has them, or codes alone (`[88, 99]`). */
function choicesOf(value: unknown, where: string): Choice[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).map(([code, label]) => ({ code, label: label === null ? code : String(label) }));
  return asList(value).map((one) => {
    if (typeof one !== 'object' || one === null) return { code: String(one), label: String(one) };
    const { code, label } = asMapping(one, where, ['code', 'label']);
    return { code: String(code), label: label === undefined || label === null ? String(code) : String(label) };
  });
}

/**
 * What was said laid over what was found. A code of no answer is no choice. A dictionary that speaks of a column the data do
 * not have is refused: a misspelt name would leave "không biết" among the answers.
 */
export function declare(variables: readonly Variable[], dictionary: DeclaredDictionary | undefined): Variable[] {
  const declared = new Map(dictionary?.variables.map((one) => [one.name, one]));
  const known = variables.map(({ name }) => name);
  if (dictionary && !dictionary.loose)
    for (const name of declared.keys())
      if (!known.includes(name))
        throw new Problem('survey-column-unknown', {
          ...{ column: name, where: 'từ điển dữ liệu', near: nearNames(name, known) },
        });
  return variables.map((found) => {
    const { type: _, ...spoken } = declared.get(found.name) ?? { name: found.name };
    const variable: Variable = { ...found, ...spoken };
    const codes = new Set(variable.missing.map(({ code }) => code));
    return { ...variable, choices: variable.choices.filter(({ code }) => !codes.has(code)) };
  });
}
