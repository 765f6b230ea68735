/**
 * An estimate together with how it hangs on each leaf unit of the design: `scores[i]` is the sum of weight × influence
 * over the respondents of `leaves[i]` (each leaf once, any order). Every variance and covariance follows from it, and a
 * smooth function of estimates is again one (Demnati & Rao 2004; Lumley 2010, appendix C).
 */
export type Linearised = { value: number; leaves: Int32Array; scores: Float64Array };

/**
 * A smooth function of estimates: its value, and its scores as the sum of theirs by its derivatives at them.
 * @param parts estimates and, in the same order, the derivative of the function by each
 */
export function compose(value: number, parts: readonly Linearised[], derivatives: readonly number[]): Linearised {
  const at = new Map<number, number>();
  const scores: number[] = [];
  parts.forEach((part, k) => {
    const slope = derivatives[k] ?? 0;
    for (let i = 0; i < part.leaves.length; i++) {
      const leaf = part.leaves[i] ?? 0;
      const score = slope * (part.scores[i] ?? 0);
      const place = at.get(leaf);
      if (place === undefined) at.set(leaf, scores.push(score) - 1);
      else scores[place] = (scores[place] ?? 0) + score;
    }
  });
  return { value, leaves: Int32Array.from(at.keys()), scores: Float64Array.from(scores) };
}
