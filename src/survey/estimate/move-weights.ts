import type { Sample } from '../linear/linearise.ts';
import type { DomainValue, WeightStep } from '../model.ts';
import { encode } from '../scan/encode.ts';
import { auxiliaryColumns, laySteps } from '../weights/weights.ts';

/** Carries out weight steps on a scanned sample; its auxiliary columns stand in the answer as `a0…` in their order. */
export function moveWeights(steps: readonly WeightStep[], sample: Sample): Sample {
  const { cells, factor: base } = sample;
  const names = auxiliaryColumns(steps);
  const columns = names.map((_, i) => cells.answer.column(`a${i}`) as ArrayLike<DomainValue>);
  const { ids: auxiliaryOf, first } = encode(cells.count, columns);
  const size = first.length;
  const n = new Float64Array(size);
  const weight = new Float64Array(size);
  // Each grouping holds every respondent once.
  for (const cell of cells.groupings[0]?.cells ?? []) {
    const own = auxiliaryOf[cell] as number;
    n[own] = (n[own] as number) + (cells.n[cell] as number);
    weight[own] = (weight[own] as number) + (base[cell] as number) * (cells.w[cell] as number);
  }
  const values = new Map(names.map((name, i) => [name, first.map((cell) => columns[i]?.[cell] as DomainValue)]));
  const laid = laySteps({ cells: size, values, n }, steps);
  const weighting = laid.apply(weight);
  const factor = base.map((own, cell) => own * (weighting.factor[auxiliaryOf[cell] as number] as number));
  forgetSilent(sample, factor);
  const everybody = layEverybody(sample, auxiliaryOf, size);
  return { ...sample, factor, steps: { weighting, laid, auxiliaryOf, size, base, everybody } };
}

/** Everybody's design weights, summed by leaf unit and auxiliary cell, leaf after leaf. */
function layEverybody({ cells, frame, leafOf, factor }: Sample, auxiliaryOf: Int32Array, size: number) {
  const sums = new Map<number, number>();
  for (const cell of cells.groupings[0]?.cells ?? []) {
    const key = (leafOf[cell] as number) * size + (auxiliaryOf[cell] as number);
    sums.set(key, (sums.get(key) ?? 0) + (factor[cell] as number) * (cells.w[cell] as number));
  }
  const keys = Float64Array.from(sums.keys()).sort();
  const from = new Int32Array(frame.leaves + 1);
  for (const key of keys) {
    const next = Math.floor(key / size) + 1;
    from[next] = (from[next] as number) + 1;
  }
  for (let leaf = 0; leaf < frame.leaves; leaf++) from[leaf + 1] = (from[leaf + 1] as number) + (from[leaf] as number);
  return {
    leaves: Int32Array.from(from.keys()).slice(0, frame.leaves),
    from,
    auxiliary: Int32Array.from(keys, (key) => key % size),
    weight: Float64Array.from(keys, (key) => sums.get(key) as number),
  };
}

/** Who did not respond is in nobody's base, whatever stands in the answers. */
function forgetSilent({ cells }: Sample, factor: Float64Array): void {
  const columns = cells.variables.flatMap((sums) => Object.values(sums).filter((sum) => sum instanceof Float64Array));
  for (let cell = 0; cell < cells.count; cell++) if (factor[cell] === 0) for (const column of columns) column[cell] = 0;
}
