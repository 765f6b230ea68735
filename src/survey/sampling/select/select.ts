import { Problem } from '../../../kernel/problem.ts';
import type { Drawn, PlanStage, SampledUnit, SamplingFrame, SamplingPlan, SelectedSample, Take } from '../model.ts';
import { classesOf, columnOf, isMarked, joined, sizesOf, unitsOf } from '../read-frame.ts';
import { drawUnits, type Numbered, numbered, type Unit } from './draw.ts';

/** The way to a unit of the sample so far. */
type Way = Pick<SampledUnit, 'class' | 'stratum' | 'units' | 'probabilities' | 'populations' | 'certain'> & {
  within: readonly string[];
  rows: readonly number[];
};

/**
 * Draws a sample by a plan. Drawings go stage by stage, within a stage in the order of the list, and use the random
 * numbers in that order: the same list, plan and sequence give the same sample.
 *
 * @param frame one row per unit of the last stage
 * @returns units in the order they were drawn, and every drawing as it was done
 * @throws Problem where the list lacks a column, a size or a name, names a unit twice, or has too few
 */
export function selectSample(frame: SamplingFrame, plan: SamplingPlan, random: () => number): SelectedSample {
  const sizes = plan.size === null ? null : sizesOf(frame, plan.size, 'phương án: size');
  const classes = classesOf(frame, plan, sizes);
  const list = { frame, plan, sizes, classes };
  checkTwice(frame, plan);
  const numbers = numbered(random);
  const drawings: Drawn[] = [];
  const start = { class: null, stratum: '', units: [], probabilities: [], populations: [], certain: false, within: [] };
  let ways: Way[] = [{ ...start, rows: [...frame.rows.keys()] }];
  for (const stage of plan.stages.keys()) ways = drawStage(list, stage, ways, numbers, drawings);
  return { plan, drawings, units: ways.map((way) => sampledUnit(list, way)), randoms: numbers.used() };
}

type List = {
  frame: SamplingFrame;
  plan: SamplingPlan;
  sizes: Float64Array | null;
  classes: readonly (string | null)[];
};

function drawStage(list: List, at: number, ways: readonly Way[], random: Numbered, drawings: Drawn[]): Way[] {
  const stage = list.plan.stages[at] as PlanStage;
  const read = readStage(list, stage);
  return ways.flatMap((way) =>
    groups(way.rows, read.stratumOf).flatMap(([stratum, rows]) => {
      const within = [...way.within, ...stratum];
      const kind = list.classes[rows[0] ?? 0] ?? null;
      const units = read.unitsIn(rows);
      const take = takeOf(stage, units, { within, kind });
      const outcome = drawUnits(units, stage.method, take, random);
      drawings.push({ stage: at, within, class: kind, units: units.length, take, ...outcome });
      const byName = new Map(units.map((unit) => [unit.name, unit]));
      const fixed = units.filter(({ always }) => always).length;
      return outcome.chosen.map(
        (chosen): Way => ({
          class: kind,
          stratum: at === 0 ? joined(stratum) : way.stratum,
          within: [...within, chosen.unit],
          rows: byName.get(chosen.unit)?.rows ?? [],
          units: [...way.units, chosen.unit],
          probabilities: [...way.probabilities, chosen.probability],
          populations: [...way.populations, populationOf(stage, at, units.length - fixed, chosen.reason === 'always')],
          certain: at === 0 ? chosen.probability === 1 : way.certain,
        }),
      );
    }),
  );
}

/** N of a stratum, for stages where all units left to chance had the same; a marked unit is a stratum of its own. */
function populationOf({ method, always }: PlanStage, at: number, left: number, marked: boolean): number | null {
  if (method === 'pps' || (always !== undefined && at > 0)) return null;
  return marked ? 1 : left;
}

function readStage({ frame, sizes }: List, stage: PlanStage) {
  const where = `phương án: ${stage.name}`;
  const names = unitsOf(frame, stage.unit, where);
  const strata = (stage.strata ?? []).map((name) => unitsOf(frame, name, where));
  const marks = stage.always === undefined ? null : columnOf(frame, stage.always, where);
  const order = (stage.order ?? []).map((name) => columnOf(frame, name, where));
  return {
    stratumOf: (row: number) => strata.map((column) => column[row] ?? ''),
    unitsIn: (rows: readonly number[]): Unit[] => {
      const units = groups(rows, (row) => [names[row] ?? '']).map(([[name = ''], own]) => ({
        name,
        size: own.reduce((sum, row) => sum + (sizes?.[row] ?? 1), 0),
        always: marks !== null && own.some((row) => isMarked(marks[row] ?? '')),
        rows: own,
      }));
      return order.length === 0 ? units : sorted(units, order);
    },
  };
}

/** Rows under their keys, both in the order of the list. */
function groups(rows: readonly number[], keyOf: (row: number) => string[]): [string[], number[]][] {
  const found = new Map<string, [string[], number[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    const name = JSON.stringify(key);
    const group = found.get(name);
    if (group === undefined) found.set(name, [key, [row]]);
    else group[1].push(row);
  }
  return [...found.values()];
}

/** Numbers by value, else text by its characters, so that no machine's alphabet decides; ties stay as listed. */
function sorted(units: Unit[], order: readonly (readonly string[])[]): Unit[] {
  const compare = (a: string, b: string): number => {
    const [x, y] = [Number(a), Number(b)];
    if (a !== '' && b !== '' && Number.isFinite(x) && Number.isFinite(y)) return x - y;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  return [...units].sort((a, b) => {
    for (const column of order) {
      const by = compare(column[a.rows[0] ?? 0] ?? '', column[b.rows[0] ?? 0] ?? '');
      if (by !== 0) return by;
    }
    return 0;
  });
}

function takeOf(stage: PlanStage, units: readonly Unit[], { within, kind }: { within: string[]; kind: string | null }) {
  const asked = stage.method === 'all' ? units.length : lookUp(stage.take ?? 1, stage.name, kind, within);
  const take = stage.short === 'all' ? Math.min(asked, units.length) : asked;
  if (take > units.length)
    throw new Problem('sampling-too-few-units', {
      ...{ stage: stage.name, within: joined(within), units: units.length, take },
    });
  const marked = units.filter(({ always }) => always).length;
  if (stage.always !== undefined && (marked === 0 || marked > take))
    throw new Problem('sampling-always-wrong', {
      ...{ column: stage.always, stage: stage.name, within: joined(within), marked, take },
    });
  return take;
}

/** What a plan says of this very stratum (whole, or its last name), else of its class, else of all others. */
function lookUp(take: Take, stage: string, kind: string | null, within: readonly string[]): number {
  if (typeof take === 'number') return take;
  const keys = [joined(within), within.at(-1) ?? '', ...(kind === null ? [] : [kind])];
  const found = [...keys, '*'].find((key) => take[key] !== undefined);
  if (found === undefined) throw new Problem('sampling-take-missing', { stage, key: keys.at(-1) ?? '' });
  return take[found] ?? 1;
}

function sampledUnit({ plan, sizes }: List, { rows, within, ...way }: Way): SampledUnit {
  const { respondents } = plan;
  const probability = way.probabilities.reduce((product, one) => product * one, 1);
  const people = sizes === null ? null : rows.reduce((sum, row) => sum + (sizes[row] ?? 0), 0);
  const ask = (take: Take | undefined) => (take === undefined ? null : lookUp(take, 'người', way.class, within));
  const asked = ask(respondents?.take);
  const whole = people === null ? null : Math.floor(people);
  const interviewed = asked === null || whole === null ? asked : Math.max(1, Math.min(asked, whole));
  return {
    ...way,
    row: rows[0] ?? 0,
    probability,
    people,
    respondents: interviewed,
    reserve: ask(respondents?.reserve),
    weight: interviewed === null || people === null ? 1 / probability : people / (interviewed * probability),
  };
}

/** The same unit on two rows would have twice the chance; only within the same unit above is it the same. */
function checkTwice(frame: SamplingFrame, plan: SamplingPlan): void {
  const columns = plan.stages.flatMap(({ unit, strata = [], name }) =>
    [...strata, unit].map((one) => unitsOf(frame, one, `phương án: ${name}`)),
  );
  const first = new Map<string, number>();
  const twice: number[] = [];
  for (const row of frame.rows.keys()) {
    const key = JSON.stringify(columns.map((column) => column[row]));
    if (first.has(key)) twice.push(row);
    else first.set(key, row);
  }
  const [row] = twice;
  if (row === undefined) return;
  const key = JSON.stringify(columns.map((column) => column[row]));
  throw new Problem('sampling-unit-twice', {
    unit: columns.at(-1)?.[row] ?? '',
    column: plan.stages.at(-1)?.unit ?? '',
    row: frame.lines[row] ?? 0,
    first: frame.lines[first.get(key) ?? 0] ?? 0,
    units: new Set(twice.map((one) => JSON.stringify(columns.map((column) => column[one])))).size,
  });
}
