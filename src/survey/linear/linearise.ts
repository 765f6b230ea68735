import type { Frame } from '../frame/frame.ts';
import type { Cells, Sums } from '../scan/cells.ts';
import type { Weighting } from '../weights/weighting.ts';
import type { Steps } from '../weights/weights.ts';
import type { Linearised } from './linearised.ts';
import type { Slopes, SumStatistic, Totals } from './statistics.ts';

/** The cells of a sample with their place in the design and the weights that count. */
export type Sample = {
  cells: Cells;
  frame: Frame;
  leafOf: Int32Array;
  /** Final weight ÷ scanned weight, per cell. */
  factor: Float64Array;
  /** Where weight steps moved the weights: the auxiliary cell of each cell, and what the steps took out of the variance. */
  steps?: MovedWeights;
};

export type MovedWeights = {
  weighting: Weighting;
  laid: Steps;
  auxiliaryOf: Int32Array;
  size: number;
  base: Float64Array;
  /** Everybody's design weights by leaf unit and auxiliary cell: those of leaf i stand from `from[i]` to `from[i + 1]`. */
  everybody: { leaves: Int32Array; from: Int32Array; auxiliary: Int32Array; weight: Float64Array };
};

/** Adds up a variable over cells, under final weights. */
export function totalsOf(sums: Sums, cells: Int32Array, factor: Float64Array): Totals {
  const out: Totals = { n: 0, w: 0, y: 0, yy: 0, x: 0, xy: 0, xx: 0 };
  for (const cell of cells) {
    const f = factor[cell] ?? 1;
    out.n += sums.n[cell] ?? 0;
    out.w += f * (sums.w[cell] ?? 0);
    out.y += f * (sums.wy[cell] ?? 0);
    out.yy += f * (sums.wyy[cell] ?? 0);
    if (!sums.wx || !sums.wxy || !sums.wxx) continue;
    out.x += f * (sums.wx[cell] ?? 0);
    out.xy += f * (sums.wxy[cell] ?? 0);
    out.xx += f * (sums.wxx[cell] ?? 0);
  }
  return out;
}

/**
 * A statistic of a domain, linearised: the sums of w·influence by leaf unit (Binder 1983; Demnati & Rao 2004). The sum of
 * slopes times sums is taken per cell, so respondents need never be seen. NaN where the domain has no base.
 */
export function linearise(sample: Sample, sums: Sums, cells: Int32Array, statistic: SumStatistic): Linearised {
  const totals = totalsOf(sums, cells, sample.factor);
  const value = totals.n === 0 ? Number.NaN : statistic.value(totals);
  const slopes = statistic.slopes(totals);
  return sample.steps
    ? scoresAfterSteps(sample, sample.steps, sums, cells, slopes, value)
    : scoresOf(sample, sums, cells, slopes, value);
}

const moved = (slopes: Slopes, y: number, w: number, x: number): number =>
  slopes.y * y + slopes.w * w + (slopes.x === 0 ? 0 : slopes.x * x);

function scoresOf(
  { leafOf, factor }: Sample,
  sums: Sums,
  cells: Int32Array,
  slopes: Slopes,
  value: number,
): Linearised {
  const at = new Map<number, number>();
  const scores: number[] = [];
  for (const cell of cells) {
    // A unit without anybody in the base counts as not being in it: it matters for strata with one unit.
    if (sums.n[cell] === 0) continue;
    const score = (factor[cell] ?? 1) * moved(slopes, sums.wy[cell] ?? 0, sums.w[cell] ?? 0, sums.wx?.[cell] ?? 0);
    const leaf = leafOf[cell] ?? 0;
    const place = at.get(leaf);
    if (place === undefined) at.set(leaf, scores.push(score) - 1);
    else scores[place] = (scores[place] ?? 0) + score;
  }
  return { value, leaves: Int32Array.from(at.keys()), scores: Float64Array.from(scores) };
}

/** After weight steps everybody counts, since the totals that the weights were moved to are known of all. */
function scoresAfterSteps(
  sample: Sample,
  { weighting, auxiliaryOf, size, base, everybody }: MovedWeights,
  sums: Sums,
  cells: Int32Array,
  slopes: Slopes,
  value: number,
): Linearised {
  const { leafOf, factor, frame } = sample;
  const weighted = new Float64Array(size);
  const plain = new Float64Array(size);
  const scores = new Float64Array(frame.leaves);
  for (const cell of cells) {
    const influence = moved(slopes, sums.wy[cell] ?? 0, sums.w[cell] ?? 0, sums.wx?.[cell] ?? 0);
    const auxiliary = auxiliaryOf[cell] ?? 0;
    weighted[auxiliary] = (weighted[auxiliary] ?? 0) + (base[cell] ?? 1) * influence;
    plain[auxiliary] =
      (plain[auxiliary] ?? 0) + moved(slopes, sums.y?.[cell] ?? 0, sums.n[cell] ?? 0, sums.x?.[cell] ?? 0);
    const leaf = leafOf[cell] ?? 0;
    scores[leaf] = (scores[leaf] ?? 0) + (factor[cell] ?? 1) * influence;
  }
  const explained = weighting.residualize({ weighted, plain });
  takeOff(scores, everybody, explained);
  return { value, leaves: everybody.leaves, scores };
}

/** Takes from each leaf the sum of its respondents' weights by what their auxiliary values explain. */
function takeOff(
  scores: Float64Array,
  { from, auxiliary, weight }: MovedWeights['everybody'],
  explained: Float64Array,
) {
  for (let leaf = 0; leaf < scores.length; leaf++) {
    const end = from[leaf + 1] as number;
    let off = 0;
    for (let i = from[leaf] as number; i < end; i++)
      off += (weight[i] as number) * (explained[auxiliary[i] as number] as number);
    scores[leaf] = (scores[leaf] as number) - off;
  }
}
