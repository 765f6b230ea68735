import { stringify } from 'yaml';
import { seededRandom } from '../../src/kernel/seeded.ts';
import { type DrawnSample, type DrawPlan, drawSample } from '../../src/survey/synthetic/draw-sample.ts';
import { type FinitePopulation, type FiniteShape, makeFinitePopulation } from '../../src/survey/synthetic/finite.ts';
import { makeQuestions } from '../../src/survey/synthetic/questions.ts';

/** The answers of the sample surveys as CSV, drawn from populations made up for this project: the same at every run. */

const areas = ['Trung tâm', 'Đồng bằng', 'Ven biển', 'Trung du', 'Miền núi', 'Hải đảo'];

const provinceSeed = 2026;
const provinceShape: Partial<FiniteShape> = {
  ...{ strata: 6, psus: [14, 24], ssus: [4, 8], people: [20, 60], questions: 40 },
};

/** The list that a sample of the same province is drawn from: its villages and their people. */
export function provinceFrameCsv(): string {
  const { psuFrom, ssuFrom, personFrom } = makeFinitePopulation(seededRandom(provinceSeed), provinceShape);
  const above = (from: Int32Array, unit: number) => from.findLastIndex((first) => first <= unit);
  const rows = Array.from({ length: personFrom.length - 1 }, (_, village) => {
    const commune = above(ssuFrom, village);
    const people = (personFrom[village + 1] ?? 0) - (personFrom[village] ?? 0);
    return [areas[above(psuFrom, commune)], named('Xã', commune), named('Thôn', village), people];
  });
  return written([['khu_vuc', 'xa', 'thon', 'nguoi'], ...rows]);
}

/** A province's own survey after PAPI's manner: areas, communes by size, two villages, eight people each. */
export function provinceCsv(): string {
  const random = seededRandom(provinceSeed);
  const { population, sample } = draw(provinceShape, { psus: 8, by: 'size', ssus: 2, people: 8 }, random);
  const head = ['khu_vuc', 'xa', 'thon', 'quyen_so', 'gioi', 'tuoi', ...population.questions.map(({ name }) => name)];
  const rows = Array.from(sample.person, (person, i) => {
    const about = [areas[sample.stratum[i] ?? 0], named('Xã', sample.psu[i]), named('Thôn', sample.ssu[i])];
    const sex = random() < 0.5 ? 'Nam' : 'Nữ';
    const age = 18 + Math.floor(60 * random());
    return [...about, rounded(sample.weight[i]), sex, age, ...answersOf(population, person, random)];
  });
  return written([head, ...rows]);
}

function answersOf({ questions, answers }: FinitePopulation, person: number, random: () => number): (number | '')[] {
  return questions.map(({ askedAfter, unknown, refused }, k) => {
    const before = questions.findIndex(({ name }) => name === askedAfter);
    if (askedAfter !== null && answers[before]?.[person] !== 1) return '';
    const chance = random();
    return chance < unknown ? 88 : chance < unknown + refused ? 99 : (answers[k]?.[person] ?? '');
  });
}

/** What the columns of the province's survey are, as `thang estimate --dictionary` reads it. */
export function provinceDictionary(): string {
  const choices = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
  const missing = { 88: 'Không biết', 99: 'Từ chối trả lời' };
  const asked = makeQuestions(40).map(({ name, label, kind }) => [
    name,
    { label, ...(kind === 'yes' && { choices: { 0: 'Không', 1: 'Có' } }), missing },
  ]);
  const about = {
    khu_vuc: { label: 'Khu vực', choices: choices(areas) },
    xa: { label: 'Xã, phường' },
    quyen_so: { label: 'Quyền số' },
    gioi: { label: 'Giới tính', choices: choices(['Nam', 'Nữ']) },
    tuoi: { label: 'Tuổi' },
  };
  const written = {
    title: 'Khảo sát người dân tỉnh Minh Hà',
    variables: { ...about, ...Object.fromEntries(asked) },
  };
  return `# Số liệu giả định. Mã không trả lời luôn phải khai, không bao giờ đoán.\n${stringify(written, { aliasDuplicateObjects: false })}`;
}

const groups = ['Phường', 'Xã đồng bằng', 'Xã miền núi'];

/** People who came to a one-stop office, asked the statements of SIPAS: 1–5, 9 for no opinion. */
export function sipasCsv(codes: readonly string[]): string {
  const random = seededRandom(39);
  // Every fifth kind of question has five steps; as many are made as give a statement each.
  const shape: Partial<FiniteShape> = { strata: 3, psus: [12, 20], ssus: [1, 1], people: [80, 200], questions: 200 };
  const { population, sample } = draw(shape, { psus: 8, by: 'size', ssus: null, people: 15 }, random);
  const five = population.questions.flatMap(({ kind }, k) => (kind === 'five' ? [k] : [])).slice(0, codes.length);
  const head = ['nhom', 'xa', 'quyen_so', ...codes.map((code) => `nd_${code.replace('.', '_')}`)];
  const rows = Array.from(sample.person, (person, i) => [
    ...[groups[sample.stratum[i] ?? 0], named('Xã', sample.psu[i]), rounded(sample.weight[i])],
    ...five.map((k) => (random() < 0.04 ? 9 : Math.min(5, (population.answers[k]?.[person] ?? 0) + 1))),
  ]);
  return written([head, ...rows]);
}

function draw(
  shape: Partial<FiniteShape>,
  plan: DrawPlan,
  random: () => number,
): { population: FinitePopulation; sample: DrawnSample } {
  const population = makeFinitePopulation(random, shape);
  return { population, sample: drawSample(population, plan, random) };
}

const named = (what: string, unit: number | undefined): string => `${what} ${(unit ?? 0) + 1}`;

const rounded = (weight: number | undefined): number => Number((weight ?? 1).toPrecision(8));

const written = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;
