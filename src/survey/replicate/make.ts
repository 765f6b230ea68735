import type { Frame } from '../frame/frame.ts';
import type { Sample } from '../linear/linearise.ts';
import type { DomainValue, Method } from '../model.ts';
import { bootstrap } from './bootstrap.ts';
import { brr } from './brr.ts';
import { jackknife } from './jackknife.ts';
import { madeWeights } from './made.ts';
import type { FirstStage, Replicates } from './replicates.ts';
import type { ReplicateWeights } from './weights.ts';

/** The ways that need nothing but the sample. */
type Made = Exclude<Method, { kind: 'taylor' } | { kind: 'supplied' }>;

/**
 * Makes replicate weights of a sample's PSUs. The PSUs are gone through by their names, so that a seed gives the same
 * replicates whatever the order of the rows.
 *
 * @param random uniform in [0, 1); only the bootstrap draws
 */
export function makeReplicates(
  sample: Sample,
  keys: readonly string[],
  method: Made,
  random: () => number,
): ReplicateWeights {
  const { frame } = sample;
  const stage = { ...(frame.stages[0] as FirstStage), order: orderOf(sample, keys) };
  return madeWeights(sample, stage, multiply(stage, frame, method, random));
}

function multiply(stage: FirstStage, { lonely }: Frame, method: Made, random: () => number): Replicates {
  if ('replicates' in method) return bootstrap(stage, lonely, method.replicates, random);
  return method.kind === 'brr' ? brr(stage) : jackknife(stage, lonely);
}

/** PSUs by the values of the design's columns, those of the first stage first. */
function orderOf({ cells, frame, leafOf }: Sample, keys: readonly string[]): Int32Array {
  const columns = keys.map((key) => cells.answer.column(key) as ArrayLike<DomainValue>);
  const unitOf = frame.unitOf[0] as Int32Array;
  const first = new Int32Array(frame.stages[0]?.units ?? 0).fill(-1);
  leafOf.forEach((leaf, cell) => {
    const unit = unitOf[leaf] as number;
    if (first[unit] === -1) first[unit] = cell;
  });
  return Int32Array.from(first.keys()).sort((a, b) => {
    for (const column of columns) {
      const order = compare(column[first[a] as number], column[first[b] as number]);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The same on every machine: numbers by size, texts by their code units. */
function compare(a: DomainValue | undefined, b: DomainValue | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
