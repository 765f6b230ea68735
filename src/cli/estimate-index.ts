import { basename } from 'node:path';
import { sayNumber } from '../kernel/number.ts';
import { Problem } from '../kernel/problem.ts';
import { seededRandom } from '../kernel/seeded.ts';
import { indexCsv } from '../publish/index-table.ts';
import { estimateIndex as reckonIndex } from '../survey/composite/estimate-index.ts';
import type { IndexEstimates } from '../survey/composite/model.ts';
import { parseIndexFramework } from '../survey/composite/parse-framework.ts';
import { findUnmapped, parseIndexMapping } from '../survey/composite/parse-mapping.ts';
import { checkDesign } from '../survey/design/check.ts';
import type { Dictionary, SurveyDesign } from '../survey/model.ts';
import { parseGroupings, parseOnly } from '../survey/request/parse.ts';
import { layIndex } from './index-table.ts';
import { readText, type SurveyData } from './survey-data.ts';

export type IndexOptions = {
  index: string;
  mapping?: string;
  by?: string[];
  only?: string[];
  level?: string;
  rank?: boolean;
  seed?: string;
  json?: boolean;
  table?: boolean;
  csv?: boolean;
};

/** Draws for ranks: a chance of one half is then known to within half a percent. */
const draws = 10_000;

/**
 * An index of some responses: the framework says what it is, the mapping which column is which indicator. Told as a tree in a
 * table, as JSON or as CSV; `rank` adds where each group stands, and how surely.
 */
export async function estimateIndex(
  { microdata, dictionary }: SurveyData,
  design: SurveyDesign,
  options: IndexOptions,
): Promise<string> {
  checkDesign(design, dictionary);
  const framework = parseIndexFramework(await readText(options.index), basename(options.index));
  if (options.mapping === undefined) throw new Problem('usage', { what: '--mapping', why: 'missing' });
  const mapping = parseIndexMapping(await readText(options.mapping), basename(options.mapping), framework);
  const unmapped = findUnmapped(framework, mapping);
  if (unmapped.length > 0)
    process.stderr.write(
      `${sayNumber(unmapped.length)} chỉ tiêu chưa ghép cột nên phần chứa chúng không có điểm: ${unmapped.slice(0, 20).join(', ')}${unmapped.length > 20 ? ' …' : ''}.\n`,
    );
  const question = { design, dictionary, framework, mapping, request: requestOf(options, dictionary) };
  const random = seededRandom(Number(options.seed ?? '1'));
  const found = await reckonIndex(question, microdata.scan, options.rank ? { draws, random } : undefined);
  return written(found, dictionary, design, options);
}

function requestOf({ by = [], only = [], level }: IndexOptions, { variables }: Dictionary) {
  if (level !== undefined && !(Number(level) > 0 && Number(level) < 1))
    throw new Problem('survey-request-wrong', {
      what: `--level phải lớn hơn 0 và nhỏ hơn 1, ví dụ 0.95; không phải ${level}.`,
    });
  return {
    by: by.length === 0 ? [[]] : [[], ...parseGroupings(by).filter((grouping) => grouping.length > 0)],
    ...(only.length > 0 && { only: parseOnly(only, variables) }),
    ...(level !== undefined && { level: Number(level) }),
  };
}

function written(
  found: IndexEstimates,
  dictionary: Dictionary,
  { minimum }: SurveyDesign,
  { json, table, csv }: IndexOptions,
): string {
  if (csv) return indexCsv(found, dictionary, minimum);
  if (table || (!json && process.stdout.isTTY))
    return layIndex(found, dictionary, minimum, process.stdout.columns ?? 110);
  return `${JSON.stringify(found, null, process.stdout.isTTY ? 2 : 0)}\n`;
}
