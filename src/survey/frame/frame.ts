import { Problem } from '../../kernel/problem.ts';
import type { DomainValue, Lonely, ScanAnswer } from '../model.ts';
import { cross, type Encoded, encode, type Values } from '../scan/encode.ts';
import type { UsedStage } from '../scan/question.ts';

/** One stage of selection as found: units in strata, how many were drawn and how many there are. */
export type FrameStage = {
  units: number;
  strata: number;
  /** Stratum of each unit, ascending; strata of a later stage lie within one unit of the stage above. */
  stratumOf: Int32Array;
  /** Units drawn per stratum, in the whole sample: a domain never changes it. */
  drawn: Float64Array;
  /** Units there are per stratum; Infinity without a correction for a finite population. */
  population: Float64Array;
  /** What a stratum's variance counts for: the product of n/N of the units above (1 at the first stage). */
  share: Float64Array;
  /** A word for a stratum, as in the data. */
  nameOf: (stratum: number) => string;
};

/** The design compiled from the cells: which leaf unit a cell is in, and the stages above each leaf. */
export type Frame = {
  stages: readonly FrameStage[];
  leaves: number;
  /** Per stage, the unit of each leaf. */
  unitOf: readonly Int32Array[];
  lonely: Lonely;
  /** Strata with one unit drawn of more, at stages that count. */
  lonelyStrata: number;
  certainty: number;
};

/** More units than a survey can have drawn apart: a personal number was taken for a cluster. */
const mostUnits = 5_000_000;

type Staged = { stratum: Encoded; unit: Encoded; population: Float64Array; fpc: string };

/**
 * Compiles the design from the keys of cells. `leafOf[cell]` is the unit of the last stage the variance needs.
 * Fails with a Problem when a unit lies in two strata, a population is wrong, or a stratum has one unit and none may.
 */
export function buildFrame(
  answer: ScanAnswer,
  stages: readonly UsedStage[],
  options: { nest: boolean; lonely: Lonely; certainty: string | null },
): { frame: Frame; leafOf: Int32Array } {
  const found = readStages(answer, stages, options.nest);
  const shifted = options.certainty === null ? { stages: found, certainty: 0 } : shiftCertainty(answer, found, stages);
  const last = shifted.stages.at(-1) as Staged;
  const leafOf = last.unit.ids;
  const orders = shifted.stages.map(orderUnits);
  const unitOf = shifted.stages.map(({ unit }, k) =>
    Int32Array.from(last.unit.first, (row) => orders[k]?.rank[unit.ids[row] ?? 0] ?? 0),
  );
  const compiled = compile(shifted.stages, orders, (row) => nameRow(answer, stages, row));
  const lonelyStrata = checkLonely(compiled, options.lonely);
  return {
    frame: {
      stages: compiled,
      leaves: last.unit.first.length,
      unitOf,
      lonely: options.lonely,
      lonelyStrata,
      certainty: shifted.certainty,
    },
    leafOf,
  };
}

function readStages(answer: ScanAnswer, stages: readonly UsedStage[], nest: boolean): Staged[] {
  const out: Staged[] = [];
  let at = 0;
  let mark = 0;
  for (const stage of stages) {
    const above = out.at(-1)?.unit;
    const strata = stage.strata.map((name) => present(answer, `p${at++}`, name));
    const own = encode(answer.rows, strata);
    const stratum = above === undefined ? own : cross(above, own);
    const value = encode(answer.rows, [present(answer, `p${at++}`, stage.unit ?? '')]);
    const within = above === undefined ? value : cross(above, value);
    const unit = nest ? cross(stratum, value) : within;
    if (unit.first.length > mostUnits)
      throw new Problem('survey-too-many-groups', { groups: unit.first.length, limit: mostUnits, what: 'units' });
    if (!nest) checkNesting(answer, stage, stratum, unit, at);
    const population = readPopulation(answer, stage, stage.fpc === null ? -1 : mark++);
    out.push({ stratum, unit, population, fpc: stage.fpc ?? '' });
  }
  return out;
}

/** A key of the design must be there in every row. */
function present(answer: ScanAnswer, key: string, name: string): Values {
  const column = answer.column(key);
  const counts = answer.column('n');
  let rows = 0;
  for (let i = 0; i < answer.rows; i++)
    if (column[i] === null || Number.isNaN(column[i] as number)) rows += Number(counts[i]);
  if (rows > 0 && (column instanceof Float64Array || hasNull(column)))
    throw new Problem('survey-unit-missing', { column: name, rows });
  return column;
}

const hasNull = (column: ArrayLike<DomainValue>): boolean => {
  for (let i = 0; i < column.length; i++) if (column[i] === null) return true;
  return false;
};

function checkNesting(answer: ScanAnswer, stage: UsedStage, stratum: Encoded, unit: Encoded, at: number): void {
  const home = new Int32Array(unit.first.length).fill(-1);
  const torn = new Map<number, Set<number>>();
  for (let row = 0; row < answer.rows; row++) {
    const id = unit.ids[row] ?? 0;
    const here = stratum.ids[row] ?? 0;
    if (home[id] === -1) home[id] = here;
    else if (home[id] !== here) torn.set(id, (torn.get(id) ?? new Set([home[id] ?? 0])).add(here));
  }
  const [first] = torn;
  if (first === undefined) return;
  const from = at - 1 - stage.strata.length;
  throw new Problem('survey-unit-in-two-strata', {
    unit: String(answer.column(`p${at - 1}`)[unit.first[first[0]] ?? 0]),
    column: stage.unit ?? '',
    strata: [...first[1]].slice(0, 3).map((id) => {
      const row = stratum.first[id] ?? 0;
      return `“${stage.strata.map((_, i) => answer.column(`p${from + i}`)[row]).join(' × ')}”`;
    }),
    units: torn.size,
  });
}

/** Per row the size of its stratum's population, as stated: a count, or a share when no value is above 1. */
function readPopulation(answer: ScanAnswer, stage: UsedStage, mark: number): Float64Array {
  if (mark === -1) return new Float64Array(answer.rows).fill(Number.POSITIVE_INFINITY);
  const low = answer.column(`k${mark}`) as ArrayLike<number>;
  const high = answer.column(`l${mark}`) as ArrayLike<number>;
  for (let row = 0; row < answer.rows; row++) {
    const wrong = !(Number(low[row]) > 0) ? 'not-positive' : low[row] !== high[row] ? 'varies' : undefined;
    if (wrong) throw new Problem('survey-population-wrong', { column: stage.fpc ?? '', stratum: `${row}`, why: wrong });
  }
  return Float64Array.from(low);
}

/**
 * Units taken with certainty are no sample: each becomes a stratum and the units drawn within it take its place, one
 * stage up (Lumley 2010, 3.2). With no stage below, it was taken whole and adds nothing.
 */
function shiftCertainty(
  answer: ScanAnswer,
  stages: readonly Staged[],
  used: readonly UsedStage[],
): { stages: Staged[]; certainty: number } {
  const mark = used.filter(({ fpc }) => fpc !== null).length;
  const [low, high] = [answer.column(`k${mark}`), answer.column(`l${mark}`)];
  const first = stages[0]?.unit.ids ?? new Int32Array();
  const sure = Array.from({ length: answer.rows }, (_, row) => Number(low[row]) === 1);
  const chosen = new Set(first.filter((_, row) => sure[row]));
  const torn = first.findIndex((unit, row) => chosen.has(unit) !== sure[row] || low[row] !== high[row]);
  if (torn !== -1) {
    const unit = String(answer.column(`p${used[0]?.strata.length ?? 0}`)[torn]);
    throw new Problem('survey-certainty-varies', { column: used[0]?.unit ?? '', unit });
  }
  const shifted = stages.map((stage, k) => {
    const below = stages[k + 1];
    const pick = (plain: Encoded, moved: Encoded | undefined, fallback: Encoded): Encoded => {
      const offset = plain.first.length;
      const ids = Float64Array.from(sure, (yes, row) =>
        yes ? offset + ((moved ?? fallback).ids[row] ?? 0) : (plain.ids[row] ?? 0),
      );
      return encode(answer.rows, [ids]);
    };
    return {
      fpc: stage.fpc === '' ? (below?.fpc ?? '') : stage.fpc,
      // The unit itself is the stratum of what was drawn in it; strata of the next stage may cut it further.
      stratum: pick(stage.stratum, below?.stratum, stage.unit),
      unit: pick(stage.unit, below?.unit, stage.unit),
      population: Float64Array.from(sure, (yes, row) =>
        yes ? (below?.population[row] ?? 1) : (stage.population[row] ?? 1),
      ),
    };
  });
  return { stages: shifted, certainty: chosen.size };
}

/** Units numbered anew so that those of a stratum stand together: `rank[old]` is the new number. */
type Order = { rank: Int32Array; stratumOf: Int32Array };

function orderUnits({ stratum, unit }: Staged): Order {
  const home = Int32Array.from(unit.first, (row) => stratum.ids[row] ?? 0);
  const order = Array.from(home.keys()).sort((a, b) => (home[a] ?? 0) - (home[b] ?? 0));
  const rank = new Int32Array(home.length);
  order.forEach((old, place) => {
    rank[old] = place;
  });
  return { rank, stratumOf: Int32Array.from(order, (old) => home[old] ?? 0) };
}

function compile(
  stages: readonly Staged[],
  orders: readonly Order[],
  nameOfRow: (row: number) => string,
): FrameStage[] {
  const out: FrameStage[] = [];
  stages.forEach((stage, k) => {
    const { stratum, unit } = stage;
    const stratumOf = orders[k]?.stratumOf ?? new Int32Array();
    const drawn = new Float64Array(stratum.first.length);
    for (const id of stratumOf) drawn[id] = (drawn[id] ?? 0) + 1;
    const sizes = sizesOf(stage, drawn, nameOfRow);
    out.push({
      units: unit.first.length,
      strata: stratum.first.length,
      stratumOf,
      drawn,
      population: sizes,
      share: sharesOf(out[k - 1], stages[k - 1], stratum),
      nameOf: (id) => nameOfRow(stratum.first[id] ?? 0),
    });
  });
  return out;
}

/** The population of each stratum: one figure for all its units, no smaller than what was drawn. */
function sizesOf(
  { stratum, population, fpc }: Staged,
  drawn: Float64Array,
  nameOfRow: (row: number) => string,
): Float64Array {
  const shares = population.every((value) => value <= 1 || value === Number.POSITIVE_INFINITY);
  const sizes = new Float64Array(stratum.first.length).fill(Number.NaN);
  // Every row, not one of each unit: which of a unit's rows comes first is chance.
  for (let row = 0; row < population.length; row++) {
    const id = stratum.ids[row] ?? 0;
    const stated = population[row] ?? 1;
    const size = shares && stated <= 1 ? (drawn[id] ?? 1) / stated : stated;
    const wrong =
      !Number.isNaN(sizes[id]) && sizes[id] !== size
        ? 'varies'
        : size < (drawn[id] ?? 0) * (1 - 1e-9)
          ? 'too-small'
          : undefined;
    if (wrong) throw new Problem('survey-population-wrong', { column: fpc, stratum: nameOfRow(row), why: wrong });
    sizes[id] = size;
  }
  return sizes;
}

function sharesOf(above: FrameStage | undefined, stage: Staged | undefined, stratum: Encoded): Float64Array {
  if (above === undefined || stage === undefined) return new Float64Array(stratum.first.length).fill(1);
  return Float64Array.from(stratum.first, (row) => {
    const id = stage.stratum.ids[row] ?? 0;
    return ((above.share[id] ?? 0) * (above.drawn[id] ?? 0)) / (above.population[id] ?? 1);
  });
}

function nameRow(answer: ScanAnswer, stages: readonly UsedStage[], row: number): string {
  let at = 0;
  const parts = stages.flatMap(({ strata }) => {
    const values = strata.map(() => String(answer.column(`p${at++}`)[row]));
    at++;
    return values;
  });
  return parts.length > 0 ? parts.join(' × ') : 'toàn bộ mẫu';
}

/** A stratum taken whole has no sampling error; R's own threshold of what is whole. */
export const isTakenWhole = (drawn: number, population: number): boolean => 1 - drawn / population < 1e-7;

function checkLonely(stages: readonly FrameStage[], lonely: Lonely): number {
  let count = 0;
  let first: { stratum: string; stage: number } | undefined;
  stages.forEach((stage, k) => {
    for (let id = 0; id < stage.strata; id++) {
      if (stage.drawn[id] !== 1 || stage.share[id] === 0 || isTakenWhole(1, stage.population[id] ?? 1)) continue;
      count++;
      first ??= { stratum: stage.nameOf(id), stage: k + 1 };
    }
  });
  if (first && lonely === 'fail') throw new Problem('survey-lonely-psu', { ...first, strata: count });
  return count;
}
