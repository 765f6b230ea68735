import { Problem } from '../../kernel/problem.ts';
import type { EstimateRequest, Method, Statistic, Variable } from '../model.ts';

/** What is asked for, as it is written on the command line. */

const forms = [
  ...['mean:y1,y2', 'total:y', 'proportion:q1=2', 'proportion:y', 'ratio:a/b', 'quantile:y@0.9', 'median:y'],
  'function:mean(a) / mean(b)',
];

const refuse = (what: string): Problem => new Problem('survey-request-wrong', { what });

/** Figures: `mean:y1,y2`, `proportion:q1=2`, `ratio:a/b`, `quantile:y@0.9`, `median:y`, `function:mean(a) / mean(b)`. */
export function parseStatistics(texts: readonly string[]): Statistic[] {
  return texts.flatMap((text) => {
    const [, kind = '', rest = ''] = /^\s*([a-z]+)\s*:(.*)$/s.exec(text) ?? [];
    if (kind === 'function' && rest.trim() !== '') return [{ kind, of: rest.trim() }];
    const parts = rest.split(',').map((one) => one.trim());
    if (parts.some((one) => one === '')) throw unclear(text);
    return parts.map((one) => statisticOf(kind, one) ?? fail(text));
  });
}

const unclear = (text: string): Problem =>
  refuse(`Không hiểu “${text}”. Viết theo một trong các mẫu: ${forms.join('; ')}.`);
const fail = (text: string): never => {
  throw unclear(text);
};

function statisticOf(kind: string, text: string): Statistic | undefined {
  if (kind === 'mean' || kind === 'total') return { kind, of: text };
  if (kind === 'proportion') {
    const { before, after } = split(text, '=');
    return { kind, of: before, ...(after !== undefined && { is: after }) };
  }
  if (kind === 'ratio') {
    const { before, after } = split(text, '/');
    return after ? { kind, of: before, to: after } : undefined;
  }
  if (kind === 'median') return { kind: 'quantile', of: text, at: 0.5 };
  if (kind !== 'quantile') return undefined;
  const { before, after } = split(text, '@');
  const at = after ? Number(after) : Number.NaN;
  return at >= 0 && at <= 1 ? { kind, of: before, at } : undefined;
}

function split(text: string, sign: string): { before: string; after?: string } {
  const at = text.indexOf(sign);
  return at === -1 ? { before: text } : { before: text.slice(0, at).trim(), after: text.slice(at + 1).trim() };
}

/** Groupings: `province,sex` are two, `province*sex` is one of both crossed, `.` is the whole. */
export function parseGroupings(texts: readonly string[]): string[][] {
  return texts.flatMap((text) =>
    text.split(',').map((one) => {
      const names = one.split(/[*×]/).map((name) => name.trim());
      if (names.length === 1 && names[0] === '.') return [];
      if (names.some((name) => name === ''))
        throw refuse(
          `Không hiểu cách phân tổ “${text}”. Ví dụ: “province,sex” là hai cách, “province*sex” là một cách chéo.`,
        );
      return names;
    }),
  );
}

/** Domains: `sex=1,2` for each column; a value is a number where the column holds numbers. */
export function parseOnly(
  texts: readonly string[],
  variables: readonly Pick<Variable, 'name' | 'type'>[],
): NonNullable<EstimateRequest['only']> {
  const only: NonNullable<EstimateRequest['only']> = {};
  for (const text of texts) {
    const { before, after } = split(text, '=');
    if (!before || !after) throw refuse(`Không hiểu nhóm “${text}”. Ví dụ: “sex=2” hoặc “province=1,2”.`);
    const type = variables.find(({ name }) => name === before)?.type;
    const values = after.split(',').map((value) => value.trim());
    only[before] = values.map((value) =>
      (type === 'number' || type === 'integer') && value !== '' && Number.isFinite(Number(value))
        ? Number(value)
        : value,
    );
  }
  return only;
}

/** The way of variances: `taylor`, `jackknife`, `brr`, `supplied`, or `bootstrap:200` with the seed of its draws. */
export function parseMethod(text: string, seed: number): Method {
  const [, kind = '', count] = /^([a-z]+)(?::(\d+))?$/.exec(text.trim().toLowerCase()) ?? [];
  if (kind === 'bootstrap') {
    const replicates = Number(count ?? 500);
    if (replicates >= 2 && replicates <= 10_000) return { kind, replicates, seed };
  } else if (
    count === undefined &&
    (kind === 'taylor' || kind === 'jackknife' || kind === 'brr' || kind === 'supplied')
  )
    return { kind };
  throw refuse(
    `Không có cách tính “${text}”. Các cách: taylor, jackknife, brr, supplied, bootstrap:200 (2 đến 10.000 lần).`,
  );
}
