import { planEstimate } from './estimate/plan.ts';
import { summarizeDesign } from './estimate/sample.ts';
import { scanSample } from './estimate/scan-sample.ts';
import type { DesignSummary, Dictionary, Scan, SurveyDesign } from './model.ts';

/**
 * Lays a design against the responses before any figure is asked for, and tells what it comes to.
 *
 * @throws Problem where the design does not fit: a column that is not there, a PSU in two strata, a weight of nothing
 */
export async function describeDesign(
  { design, dictionary }: { design: SurveyDesign; dictionary: Dictionary },
  scan: Scan,
): Promise<DesignSummary> {
  const plan = planEstimate(design, { of: [], by: [[]] }, dictionary);
  const { sample } = await scanSample(design, plan, { asked: [] }, scan);
  return summarizeDesign(sample, 'taylor', 0.95);
}
