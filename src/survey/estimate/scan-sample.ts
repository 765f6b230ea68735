import type { Sample } from '../linear/linearise.ts';
import type { Scan, SurveyDesign } from '../model.ts';
import { cellsSql } from '../scan/cells-sql.ts';
import { refuseFaults, refuseUnknownCodes } from '../scan/faults.ts';
import type { CellQuestion, CellVariable } from '../scan/question.ts';
import type { Asked, AskedFunction, Plan } from './plan.ts';
import { readSample } from './sample.ts';

/** Figures answered by one scan, and functions of them; a quantile has one of its own, with a cell for each of its `values`. */
export type Batch = { asked: readonly Asked[]; functions?: readonly AskedFunction[]; values?: CellVariable };

/** A scanned sample, and where each figure's sums stand among its variables: two of the same numbers share theirs. */
export type Scanned = { sample: Sample; placeOf: (asked: Asked) => number };

/** Scans the responses for a batch of figures. Units are numbered per scan: what is reckoned together is scanned together. */
export async function scanSample(design: SurveyDesign, plan: Plan, batch: Batch, scan: Scan): Promise<Scanned> {
  const keyOf = ({ variable }: Asked): string => JSON.stringify(variable);
  const distinct = [...new Map(batch.asked.map((asked) => [keyOf(asked), asked])).values()];
  const places = new Map(distinct.map((asked, place) => [keyOf(asked), place]));
  const question: CellQuestion = {
    ...plan.frameQuestion,
    auxiliary: [...plan.frameQuestion.auxiliary, ...(batch.values ? [batch.values.y] : [])],
    variables: distinct.map(({ variable }) => variable),
  };
  const answer = await scan(cellsSql(question));
  await refuseFaults(
    question,
    answer,
    distinct.map(({ statistic }) => statistic.of),
    scan,
  );
  refuseUnknownCodes(distinct, answer);
  return {
    sample: readSample(design, plan.stages, question, answer),
    placeOf: (asked) => places.get(keyOf(asked)) ?? 0,
  };
}
