import type { TargetOp } from '../model.ts';

/** A number with its unit and the words that bound it, inside one clause; `baseline` where "từ 70% lên 85%" states it. */
export type Quantity = { start: number; end: number; op: TargetOp; value: number; unit: string; baseline?: string };
