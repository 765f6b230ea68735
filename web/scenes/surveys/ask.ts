import type { EstimateRequest, IntervalKind, Method, Statistic, Variable } from '../../../src/survey/model.ts';

/** What is asked of a survey, as the address tells it: each column's name by itself, so that any name can stand there. */
export type AskSearch = {
  /** figures: "tb:q1;tl:q2=1;ts:a/b;pv:thu@0.5;tg:w" */
  tinh?: string;
  /** columns crossed: "xa*gioi" */
  nhom?: string;
  /** only those: "gioi=1|2;xa=5" */
  loc?: string;
  muc?: string;
  cach?: string;
  khoang?: string;
};

const codes = { tb: 'mean', tg: 'total', tl: 'proportion', ts: 'ratio', pv: 'quantile' } as const;
type Code = keyof typeof codes;
const codeOf = (kind: Statistic['kind']): Code =>
  (Object.keys(codes) as Code[]).find((code) => codes[code] === kind) as Code;

const write = (text: string): string => encodeURIComponent(text).replaceAll('*', '%2A');

function read(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function writeFigure(one: Statistic): string {
  const begin = `${codeOf(one.kind)}:${write(one.of)}`;
  if (one.kind === 'ratio') return `${begin}/${write(one.to)}`;
  if (one.kind === 'quantile') return `${begin}@${one.at}`;
  return one.kind === 'proportion' && one.is !== undefined ? `${begin}=${write(one.is)}` : begin;
}

function readFigure(text: string): Statistic[] {
  const [, code = '', name = '', mark = '', rest = ''] = /^(\w+):([^=/@]+)([=/@]?)(.*)$/.exec(text) ?? [];
  const of = read(name);
  switch (codes[code as Code]) {
    case 'mean':
      return [{ kind: 'mean', of }];
    case 'total':
      return [{ kind: 'total', of }];
    case 'proportion':
      return [{ kind: 'proportion', of, ...(mark === '=' && { is: read(rest) }) }];
    case 'ratio':
      return rest === '' ? [] : [{ kind: 'ratio', of, to: read(rest) }];
    case 'quantile':
      return Number(rest) >= 0 && Number(rest) <= 1 && rest !== '' ? [{ kind: 'quantile', of, at: Number(rest) }] : [];
    default:
      return [];
  }
}

export const levels = ['90', '95', '99'] as const;
const intervals: readonly IntervalKind[] = ['logit', 'beta', 'wilson', 'mean'];
/** Replicates the screen offers; the seed is the same each time, so that the same question has the same answer. */
const seed = 20_260_101;

function readMethod(text: string | undefined): Method | undefined {
  const [kind, count] = (text ?? '').split('-');
  if (kind === 'bootstrap') {
    const replicates = Math.min(2_000, Math.max(50, Math.round(Number(count)) || 200));
    return { kind, replicates, seed };
  }
  return kind === 'jackknife' || kind === 'brr' || kind === 'supplied' ? { kind } : undefined;
}

export const writeMethod = (method: Method | undefined): string =>
  method === undefined || method.kind === 'taylor'
    ? ''
    : method.kind === 'bootstrap'
      ? `bootstrap-${method.replicates}`
      : method.kind;

/** The address of a request; the whole is asked for in any case. */
export function writeAsk({ of, by, only, method, interval, level }: EstimateRequest): AskSearch {
  const group = by.find((columns) => columns.length > 0);
  const filters = Object.entries(only ?? {}).filter(([, values]) => values.length > 0);
  const way = writeMethod(method);
  return {
    ...(of.length > 0 && { tinh: of.map(writeFigure).join(';') }),
    ...(group && { nhom: group.map(write).join('*') }),
    ...(filters.length > 0 && {
      loc: filters
        .map(([name, values]) => `${write(name)}=${values.map((one) => write(String(one))).join('|')}`)
        .join(';'),
    }),
    ...(level !== undefined && level !== 0.95 && { muc: String(Math.round(100 * level)) }),
    ...(way !== '' && { cach: way }),
    ...(interval !== undefined && interval !== 'logit' && { khoang: interval }),
  };
}

/** The request of an address; what it names that the survey does not have is left out. */
export function readAsk(search: AskSearch, variables: readonly Variable[]): EstimateRequest {
  const known = new Set(variables.map(({ name }) => name));
  const of = (search.tinh ?? '')
    .split(';')
    .flatMap(readFigure)
    .filter((one) => known.has(one.of) && (one.kind !== 'ratio' || known.has(one.to)));
  const group = (search.nhom ?? '')
    .split('*')
    .map(read)
    .filter((name) => known.has(name));
  const only = (search.loc ?? '').split(';').flatMap((part) => {
    const [name = '', values = ''] = part.split('=');
    const codes = values.split('|').filter(Boolean).map(read);
    return known.has(read(name)) && codes.length > 0 ? [[read(name), codes] as const] : [];
  });
  const method = readMethod(search.cach);
  const interval = intervals.find((one) => one === search.khoang);
  const level = levels.find((one) => one === search.muc);
  return {
    ...{ of, by: [[], ...(group.length > 0 ? [group] : [])] },
    ...(only.length > 0 && { only: Object.fromEntries(only) }),
    ...(method && { method }),
    ...(interval && { interval }),
    ...(level && { level: Number(level) / 100 }),
  };
}
