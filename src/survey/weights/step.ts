/** What is known per auxiliary cell of scores z = design weight × something: their sum, and the sum of that something. */
export type CellSums = { weighted: Float64Array; plain: Float64Array };

/** A step carried out on weights. */
export type Moved = {
  /** New weight ÷ old, per cell. */
  ratio: Float64Array;
  /**
   * What the step takes off scores, per unit of design weight and cell, because the totals it meets no longer vary.
   * @param scores sums of z per cell, and of z ÷ design weight
   * @param before,after weight ÷ design weight, per cell, before and after the step
   */
  corrections: (scores: CellSums, before: Float64Array, after: Float64Array) => Float64Array;
};

/** A weight step laid over the cells once, to be carried out on any weights (Σw per cell): the sample's or a replicate's. */
export type Step = (weight: Float64Array) => Moved;
