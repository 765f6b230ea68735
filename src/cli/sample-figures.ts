import { basename } from 'node:path';
import { sayNumber } from '../kernel/number.ts';
import { Problem } from '../kernel/problem.ts';
import { parseDesign } from '../survey/design/parse.ts';
import { type Allocation, allocate as shareOut } from '../survey/sampling/allocate.ts';
import { plannedDomains } from '../survey/sampling/planned.ts';
import { type Expected, expectPrecision, type Guess, type PlannedDomain } from '../survey/sampling/precision.ts';
import { columnOf, sizesOf, unitsOf } from '../survey/sampling/read-frame.ts';
import { sipasSize, sizeFor } from '../survey/sampling/size.ts';
import { sayWarning } from '../survey/words.ts';
import { readFrameFile, readTextFile } from './sample-frame.ts';
import { layTable } from './table.ts';

/** A number as it is typed, with a point or a comma; what is none is told by its option. */
function numberOf(option: string, text: string): number {
  const value = /^-?\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
  if (Number.isNaN(value))
    throw new Problem('sampling-number-wrong', {
      what: option,
      given: text,
      needed: 'số viết liền, ví dụ 0.05 hoặc 12000',
    });
  return value;
}

type Printed = { json?: boolean };

/** JSON for a program, a table with what it means for a person. */
function print({ json }: Printed, told: unknown, headings: string[], rows: string[][], notes: string[]): void {
  const asJson = json ?? process.stdout.isTTY !== true;
  const columns = headings.map((heading) => ({ heading, share: 0 }));
  const table = () => [layTable(columns, rows, process.stdout.columns ?? 100), '', ...notes].join('\n');
  process.stdout.write(asJson ? `${JSON.stringify(told)}\n` : `${table()}\n`);
}

type SizeOptions = Printed & { population: string[] } & Record<
    'margin' | 'share' | 'deff' | 'level' | 'response',
    string
  >;

/** Prints how many must answer, for the whole or group by group. */
export function size({ population, ...options }: SizeOptions): void {
  const given = (name: Exclude<keyof SizeOptions, 'population' | 'json'>) => numberOf(`--${name}`, options[name]);
  const ask = { margin: given('margin'), share: given('share'), level: given('level'), response: given('response') };
  const groups = population.map((text) => {
    const [name, people] = text.includes('=') ? text.split('=', 2) : ['', text];
    const of = numberOf('--population', people ?? '');
    const found = sizeFor({ ...ask, population: of, effect: given('deff') });
    return { name: name ?? '', population: of, sipas: sipasSize(of, ask.margin), ...found };
  });
  const rows = groups.map(({ name, needed, invited, sipas, ...one }) => [
    name,
    ...[one.population, sipas, needed, invited].map(sayNumber),
  ]);
  const total = (of: (one: (typeof groups)[number]) => number) =>
    sayNumber(groups.reduce((sum, one) => sum + of(one), 0));
  if (groups.length > 1)
    rows.push([
      'Tổng',
      total((one) => one.population),
      total((one) => one.sipas),
      total((one) => one.needed),
      total((one) => one.invited),
    ]);
  const short = groups.filter(({ enough }) => !enough).map(({ name }) => name || 'tổng thể');
  print(options, groups, ['Nhóm', 'Số người', 'SIPAS', 'Cần trả lời', 'Cần mời'], rows, [
    'SIPAS: n = N/(1 + N·e²), hướng dẫn trước đây của Bộ Nội vụ. Cần trả lời: n = D·n₀·N/(N − 1 + D·n₀), n₀ = z²·p(1 − p)/e².',
    ...(short.length > 0
      ? [`! Không đủ người để đạt sai số này ở: ${short.join(', ')}; hãy mời tất cả hoặc nới sai số.`]
      : []),
  ]);
}

type AllocateOptions = Printed & {
  n: string;
  size: string;
  name?: string;
  rule: string;
  sd?: string;
  power: string;
  minimum: string;
};

/** Prints how a sample is shared out to the strata of a file. */
export async function allocate(file: string, options: AllocateOptions): Promise<void> {
  const how = ruleOf(options);
  const frame = await readFrameFile(file);
  const names = unitsOf(frame, options.name ?? frame.columns[0] ?? '', '--name');
  const people = sizesOf(frame, options.size, '--size');
  const spreads =
    options.sd === undefined ? undefined : columnOf(frame, options.sd, '--sd').map((cell) => numberOf('--sd', cell));
  const strata = names.map((name, at) => ({
    ...{ name, people: people[at] ?? 0 },
    ...(spreads !== undefined && { spread: spreads[at] ?? 0 }),
  }));
  const shares = shareOut(numberOf('--n', options.n), strata, how, numberOf('--minimum', options.minimum));
  const told = strata.map((stratum, at) => ({
    ...stratum,
    n: shares[at] ?? 0,
    share: (shares[at] ?? 0) / stratum.people,
  }));
  const rows = told.map(({ name, n, share, ...one }) => [
    name,
    sayNumber(one.people),
    sayNumber(n),
    `${sayNumber(100 * share)}%`,
  ]);
  print(options, told, ['Tầng', 'Số người', 'Cỡ mẫu', 'Tỷ lệ chọn'], rows, []);
}

function ruleOf({ rule, sd, power }: AllocateOptions): Allocation {
  if (rule === 'neyman' && sd === undefined) throw new Problem('usage', { what: '--sd', why: 'missing' });
  if (rule === 'power') return { rule, power: numberOf('--power', power) };
  if (rule === 'equal' || rule === 'proportional' || rule === 'neyman') return { rule };
  throw new Problem('sampling-number-wrong', {
    ...{ what: '--rule', given: rule, needed: 'equal, proportional, neyman hoặc power' },
  });
}

type PrecisionOptions = Printed & {
  design?: string;
  by?: string;
  psus?: string;
  people?: string;
  sd?: string;
} & Record<'domains' | 'kish' | 'share' | 'rho' | 'level', string>;

/** Prints what the figures of a sample will be worth, group by group and together, before anybody is asked. */
export async function precision(file: string | undefined, options: PrecisionOptions): Promise<void> {
  const common = { rho: numberOf('--rho', options.rho), level: numberOf('--level', options.level) };
  const guess: Guess =
    options.sd === undefined
      ? { ...common, share: numberOf('--share', options.share) }
      : { ...common, spread: numberOf('--sd', options.sd) };
  const domains = file === undefined ? alike(options) : await drawnDomains(file, options);
  const { groups, all } = expectPrecision(domains, guess);
  const shown = file === undefined ? groups.slice(0, 1) : groups;
  const rows = [...shown, ...(groups.length > 1 ? [{ ...all, name: 'Tất cả' }] : [])].map((one) =>
    layExpected(one, guess),
  );
  const told = shown.length === 1 && groups.length === 1 ? shown : [...shown, all];
  print(
    options,
    { groups: shown, all },
    ['Nhóm', 'Người', 'Cụm', 'Bậc tự do', 'deff', 'Cỡ mẫu hiệu quả', 'Sai số ±'],
    rows,
    [
      `Độ tin cậy ${sayNumber(100 * guess.level)}%, ρ = ${sayNumber(guess.rho)}. deff = (1 + (b − 1)ρ) × phần do quyền số; chưa trừ tổng thể hữu hạn.`,
      ...warningLines(told),
    ],
  );
}

/** Each warning once, with all it holds for. */
function warningLines(told: readonly Expected[]): string[] {
  const found = new Map<string, string[]>();
  for (const one of told)
    for (const warning of one.warnings) {
      const said = sayWarning(warning, one);
      found.set(said, [...(found.get(said) ?? []), one.name || 'Chung']);
    }
  return [...found].map(([said, names]) => `! ${said}: ${names.join(', ')}.`);
}

function layExpected({ name, n, psus, df, effect, effective, margin }: Expected, guess: Guess): string[] {
  const unit = 'share' in guess ? { times: 100, sign: ' điểm %' } : { times: 1, sign: '' };
  const said =
    margin === null ? 'không tính được' : `${sayNumber(Number((margin * unit.times).toFixed(2)))}${unit.sign}`;
  const rounded = (value: number) => sayNumber(Number(value.toFixed(2)));
  return [name, sayNumber(n), sayNumber(psus), sayNumber(df), rounded(effect), sayNumber(Math.round(effective)), said];
}

/** Groups that are all alike, of PSUs that are all alike. */
function alike({ psus, people, domains, kish }: PrecisionOptions): PlannedDomain[] {
  const whole = (option: string, text: string | undefined): number => {
    if (text === undefined) throw new Problem('usage', { what: option, why: 'missing' });
    const value = numberOf(option, text);
    if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
    throw new Problem('sampling-number-wrong', { what: option, given: text, needed: 'số nguyên từ 1 đến 100000' });
  };
  const psu = [{ people: whole('--people', people), weight: 1 }];
  const unequal = numberOf('--kish', kish);
  if (!(unequal >= 1))
    throw new Problem('sampling-number-wrong', { what: '--kish', given: kish, needed: 'số từ 1 trở lên' });
  const all = Array.from({ length: whole('--psus', psus) }, () => psu);
  const count = whole('--domains', domains);
  const name = count > 1 ? 'Mỗi nhóm' : '';
  return Array.from({ length: count }, () => ({ name, strata: 1, psus: all, unequal }));
}

async function drawnDomains(file: string, { design, by }: PrecisionOptions): Promise<PlannedDomain[]> {
  if (design === undefined) throw new Problem('usage', { what: '--design', why: 'missing' });
  const declared = parseDesign(await readTextFile(design), basename(design));
  return plannedDomains(await readFrameFile(file), declared, by ?? null);
}
