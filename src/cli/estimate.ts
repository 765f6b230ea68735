import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Compile } from 'typebox/compile';
import { sayNumber } from '../kernel/number.ts';
import { Problem } from '../kernel/problem.ts';
import { estimatesCsv } from '../publish/estimates-table.ts';
import { checkDesign } from '../survey/design/check.ts';
import { parseDesign } from '../survey/design/parse.ts';
import { quoteColumn } from '../survey/dictionary/expression.ts';
import { getVariable } from '../survey/dictionary/get-variable.ts';
import { estimate as estimateSurvey } from '../survey/estimate.ts';
import { type Dictionary, EstimateRequest, type Estimates, type Scan, type SurveyDesign } from '../survey/model.ts';
import { findCrossed } from '../survey/privacy/find-crossed.ts';
import { protect } from '../survey/privacy/protect.ts';
import { publishable } from '../survey/publishable.ts';
import { parseGroupings, parseMethod, parseOnly, parseStatistics } from '../survey/request/parse.ts';
import { estimateIndex } from './estimate-index.ts';
import { layEstimates } from './estimate-table.ts';
import { untilTold } from './stopping.ts';
import { type DictionaryOptions, findData, openData, readText, type SurveyData } from './survey-data.ts';
import { showWaiting } from './waiting.ts';

export type EstimateOptions = DictionaryOptions & {
  design: string;
  /** Figures, or else an index. */
  of?: string[];
  index?: string;
  mapping?: string;
  rank?: boolean;
  by?: string[];
  only?: string[];
  method?: string;
  interval?: string;
  level?: string;
  lonely?: string;
  seed?: string;
  json?: boolean;
  table?: boolean;
  csv?: boolean;
};

/**
 * Estimates with intervals from a file of responses and a file that declares how they were drawn: JSON for a program, a table
 * for a person. A design that names a `minimum` keeps back what rests on fewer; else everything is told, for whoever has the
 * file has the responses.
 */
export async function estimate(args: string[], options: EstimateOptions): Promise<void> {
  const stopping = untilTold();
  const state: State = { doing: 'đang đọc dữ liệu', done: 0 };
  const waiting = showWaiting(() => ({ doing: state.doing, share: shareOf(state) }));
  let data: SurveyData | undefined;
  try {
    const design = await readDesign(options);
    data = await openData(await findData(args), options, stopping.signal);
    state.data = data;
    const open = { ...design, minimum: design.minimum ?? nothingHidden };
    if (options.index !== undefined) {
      state.doing = 'đang tính bộ chỉ số';
      const told = await estimateIndex(data, open, { ...options, index: options.index });
      waiting.end();
      return await write(told);
    }
    const made = await reckon(data, open, options, state, stopping.signal);
    waiting.end();
    // Whoever reads our output may have had enough of it, and then we end at once.
    const { dictionary, close } = data;
    data = undefined;
    await close();
    await print(made, dictionary, design, options);
  } catch (error) {
    waiting.end();
    if (!stopping.signal.aborted) throw error;
    process.stderr.write('Đã dừng theo yêu cầu; chưa in ước lượng nào, dữ liệu vẫn nguyên.\n');
  } finally {
    waiting.end();
    await data?.close();
    stopping.forget();
  }
}

const nothingHidden = { respondents: 1, psus: 1 };

/** How far it is: scans done of all, and the part of the running one. */
type State = { doing: string; done: number; of?: number; data?: SurveyData };

function shareOf({ done, of, data }: State): number | undefined {
  const running = data?.microdata.progress();
  if (of === undefined) return running;
  return Math.min(1, (done + (running ?? 0)) / of);
}

async function readDesign({ design: file, lonely }: EstimateOptions): Promise<SurveyDesign> {
  const design = parseDesign(await readText(file), basename(file));
  return lonely === undefined ? design : { ...design, lonely: oneOf(lonely, lonelyKinds, '--lonely') };
}

const lonelyKinds = ['fail', 'certainty', 'adjust', 'average'] as const;
const intervals = ['logit', 'beta', 'wilson', 'mean'] as const;

function oneOf<T extends string>(text: string, names: readonly T[], option: string): T {
  const found = names.find((name) => name === text);
  if (found === undefined)
    throw new Problem('survey-request-wrong', {
      what: `${option} là một trong: ${names.join(', ')}; không phải “${text}”.`,
    });
  return found;
}

const shape = Compile(EstimateRequest);

function requestOf(options: EstimateOptions, { variables }: Dictionary): EstimateRequest {
  const { of = [], by = [], only = [], method, interval, level, seed = '1' } = options;
  if (!/^-?\d{1,15}$/.test(seed)) throw new Problem('survey-request-wrong', { what: '--seed là một số nguyên.' });
  const request: EstimateRequest = {
    of: parseStatistics(of),
    by: parseGroupings(by),
    ...(only.length > 0 && { only: parseOnly(only, variables) }),
    ...(method !== undefined && { method: parseMethod(method, Number(seed)) }),
    ...(interval !== undefined && { interval: oneOf(interval, intervals, '--interval') }),
    ...(level !== undefined && { level: Number(level) }),
  };
  const [wrong] = shape.Errors(request);
  if (wrong) throw new Problem('survey-request-wrong', { what: sayWrong(wrong.instancePath, request) });
  return request;
}

function sayWrong(path: string, { of, level }: EstimateRequest): string {
  if (path === '/level') return `--level phải lớn hơn 0 và nhỏ hơn 1, ví dụ 0.95; không phải ${level}.`;
  if (path === '/of' && of.length === 0)
    return 'Cần nêu chỉ tiêu cần tính ở --of, ví dụ --of mean:y1, hoặc một bộ chỉ số ở --index.';
  if (path === '/of' && of.length > 500)
    return `Mỗi lần chỉ hỏi được 500 chỉ tiêu; yêu cầu này có ${sayNumber(of.length)}.`;
  if (path.startsWith('/by')) return 'Mỗi lần chỉ phân tổ được 20 cách, mỗi cách chéo nhiều nhất 5 cột.';
  return 'Yêu cầu chưa đúng mẫu.';
}

async function reckon(
  { microdata, dictionary }: SurveyData,
  design: SurveyDesign,
  options: EstimateOptions,
  state: State,
  signal: AbortSignal,
): Promise<Estimates> {
  const request = requestOf(options, dictionary);
  checkDesign(design, dictionary);
  await checkNumbers(request, dictionary, microdata.scan);
  state.doing = 'đang tính ước lượng';
  const question = { design, request, dictionary };
  const made = await estimateSurvey(question, microdata.scan, {
    signal,
    progress: (done, of) => Object.assign(state, { done, of }),
    pause: () => setImmediate(),
  });
  return { ...made, rows: protect(made.rows, design.minimum, await findCrossed(question, made, microdata.scan)) };
}

/** A column of words that is asked for as a number is refused with one of its words. */
async function checkNumbers({ of }: EstimateRequest, dictionary: Dictionary, scan: Scan): Promise<void> {
  const asked = of.flatMap((one) =>
    one.kind === 'function' || (one.kind === 'proportion' && one.is !== undefined)
      ? []
      : one.kind === 'ratio'
        ? [one.of, one.to]
        : [one.of],
  );
  for (const name of new Set(asked)) {
    if (getVariable(dictionary, name, 'chỉ tiêu cần tính').type !== 'text') continue;
    // Letters come after digits, so the last is no number where any is none.
    const answer = await scan(`SELECT max(${quoteColumn(name)}) AS example FROM responses`);
    const example = String(answer.column('example')[0] ?? '').slice(0, 60);
    throw new Problem('survey-column-not-number', { column: name, example });
  }
}

async function print(
  made: Estimates,
  dictionary: Dictionary,
  design: SurveyDesign,
  { json, table, csv }: EstimateOptions,
): Promise<void> {
  const { estimates, unnamed } = design.minimum
    ? publishable(made, { design, dictionary })
    : { estimates: made, unnamed: 0 };
  if (csv) {
    const title = dictionary.title ?? dictionary.source;
    return write(estimatesCsv({ estimates, unnamed, title, dictionary, minimum: design.minimum }));
  }
  if (table || (!json && process.stdout.isTTY))
    return write(layEstimates(estimates, unnamed, dictionary, design.minimum, process.stdout.columns ?? 110));
  return write(`${JSON.stringify(estimates, null, process.stdout.isTTY ? 2 : 0)}\n`);
}

/** Waits until a slow reader of our output has caught up. */
const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
