import { Problem } from '../../kernel/problem.ts';
import type { Frame } from '../frame/frame.ts';
import type { Sample } from '../linear/linearise.ts';
import type { Linearised } from '../linear/linearised.ts';
import type { UsedStage } from '../scan/question.ts';

/** An estimate and its scores by the names of strata and PSUs; every PSU drawn is there, with 0 where nobody counts. */
export type NamedScores = { value: number; strata: ReadonlyMap<string, ReadonlyMap<string, number>> };

/** Adds the scores of an estimate up to PSUs and calls them by name, so that two samples can be laid beside each other. */
export function nameScores({ stages, unitOf }: Frame, names: readonly string[], estimate: Linearised): NamedScores {
  const stage = stages[0];
  const psuOf = unitOf[0];
  if (!stage || !psuOf) throw new Error('Thiết kế mẫu không có giai đoạn nào');
  const scores = new Float64Array(stage.units);
  estimate.leaves.forEach((leaf, i) => {
    const psu = psuOf[leaf] as number;
    scores[psu] = (scores[psu] as number) + (estimate.scores[i] as number);
  });
  const strata = new Map<string, Map<string, number>>();
  scores.forEach((score, psu) => {
    const stratum = stage.nameOf(stage.stratumOf[psu] as number);
    const own = strata.get(stratum) ?? new Map<string, number>();
    strata.set(stratum, own.set(names[psu] as string, score));
  });
  return { value: estimate.value, strata };
}

/** What PSUs are called in the data; units drawn within one taken with certainty by their own name beside its. */
export function psuNames({ cells, frame, leafOf }: Sample, stages: readonly UsedStage[]): string[] {
  const [first] = stages;
  if (!first || first.unit === null)
    throw new Problem('survey-request-wrong', {
      what: 'Thiết kế mẫu không khai cụm (mỗi người trả lời là một đơn vị), nên không biết hai mẫu chung những đơn vị nào.',
    });
  const at = first.strata.length;
  const own = cells.answer.column(`p${at}`);
  const certain = frame.certainty > 0;
  const below = certain ? cells.answer.column(`p${at + 1 + (stages[1]?.strata.length ?? 0)}`) : own;
  const sure = certain ? cells.answer.column(`k${stages.filter(({ fpc }) => fpc !== null).length}`) : undefined;
  const names = Array<string>(frame.stages[0]?.units ?? 0);
  leafOf.forEach((leaf, cell) => {
    const isSure = Number(sure?.[cell]) === 1;
    names[frame.unitOf[0]?.[leaf] as number] ??= isSure ? `${own[cell]} › ${below[cell]}` : String(own[cell]);
  });
  return names;
}
