import { basename } from 'node:path';
import { Problem } from '../kernel/problem.ts';
import { type Compared, compareGroups, compareSurveys, type Surveyed } from '../survey/compare/compare-figures.ts';
import { type TestedTable, testTable } from '../survey/compare/test-table.ts';
import { checkDesign } from '../survey/design/check.ts';
import { parseDesign } from '../survey/design/parse.ts';
import { parseGroupings, parseOnly, parseStatistics } from '../survey/request/parse.ts';
import { layCompared, layTested } from './compare-table.ts';
import { untilTold } from './stopping.ts';
import { type DictionaryOptions, findData, openData, readText, type SurveyData } from './survey-data.ts';

export type CompareOptions = DictionaryOptions & {
  design: string;
  /** The second survey's files, and its design where it was drawn otherwise. */
  with?: string[];
  withDesign?: string;
  shared?: boolean;
  of?: string[];
  by?: string;
  only?: string[];
  test?: string;
  level?: string;
  json?: boolean;
  table?: boolean;
};

/**
 * Differences with their intervals and tests: of a survey's groups pair by pair, of two surveys group by group, or whether two
 * questions are independent. JSON for a program, a table for a person.
 */
export async function compare(args: string[], options: CompareOptions): Promise<void> {
  const stopping = untilTold();
  const opened: SurveyData[] = [];
  const open = async (files: readonly string[], design: string): Promise<Surveyed> => {
    const data = await openData(await findData(files), options, stopping.signal);
    opened.push(data);
    const declared = parseDesign(await readText(design), basename(design));
    checkDesign(declared, data.dictionary);
    const minimum = declared.minimum ?? { respondents: 1, psus: 1 };
    return { design: { ...declared, minimum }, dictionary: data.dictionary, scan: data.microdata.scan };
  };
  try {
    const first = await open(args, options.design);
    if (options.test !== undefined) return await print(await testOf(first, options), layTested, first, options);
    const second = options.with && (await open(options.with, options.withDesign ?? options.design));
    const request = requestOf(options, first);
    const rows = second
      ? await compareSurveys(first, second, request, options.shared ?? false)
      : await compareGroups(first, request);
    await print({ level: request.level, rows }, layCompared, first, options);
  } finally {
    for (const data of opened) await data.close();
    stopping.forget();
  }
}

function requestOf({ of = [], by, only = [], level = '0.95', with: files }: CompareOptions, { dictionary }: Surveyed) {
  const refuse = (what: string): never => {
    throw new Problem('survey-request-wrong', { what });
  };
  if (of.length === 0) refuse('Cần nêu chỉ tiêu cần so sánh ở --of, ví dụ --of mean:y1, hoặc bảng ở --test.');
  if (!(Number(level) > 0 && Number(level) < 1)) refuse(`--level phải lớn hơn 0 và nhỏ hơn 1; không phải ${level}.`);
  const groupings = by === undefined ? [] : parseGroupings([by]);
  if (groupings.length > 1) refuse('Mỗi lần chỉ so sánh theo một cách phân tổ; hai cột chéo nhau viết là a*b.');
  const grouping = groupings[0] ?? [];
  if (grouping.length === 0 && files === undefined)
    refuse('Cần nêu các nhóm để so sánh ở --by, hoặc cuộc khảo sát thứ hai ở --with.');
  return {
    ...{ of: parseStatistics(of), by: grouping, level: Number(level) },
    ...(only.length > 0 && { only: parseOnly(only, dictionary.variables) }),
  };
}

function testOf(survey: Surveyed, { test = '', only = [] }: CompareOptions): Promise<TestedTable> {
  const [grouping = [], more] = parseGroupings([test]);
  const [rows, columns, third] = grouping;
  if (rows === undefined || columns === undefined || third !== undefined || more !== undefined)
    throw new Problem('survey-request-wrong', { what: '--test nêu đúng hai cột, ví dụ --test gioi_tinh*hai_long.' });
  const { dictionary, design, scan } = survey;
  const within = only.length > 0 && { only: parseOnly(only, dictionary.variables) };
  return testTable({ design, dictionary, rows, columns, ...within }, scan);
}

async function print<T extends TestedTable | { level: number; rows: readonly Compared[] }>(
  made: T,
  lay: (made: T, survey: Surveyed, options: CompareOptions, width: number) => string,
  survey: Surveyed,
  options: CompareOptions,
): Promise<void> {
  const asTable = options.table || (!options.json && process.stdout.isTTY);
  const text = asTable ? lay(made, survey, options, process.stdout.columns ?? 110) : jsonOf(made);
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Arrays of numbers are lists in JSON. */
const jsonOf = (made: object): string =>
  `${JSON.stringify(made, (_, value) => (value instanceof Float64Array ? [...value] : value), process.stdout.isTTY ? 2 : 0)}\n`;
