import { Compile } from 'typebox/compile';
import { asList, asMapping, parseYaml, readWritten, WrittenWrong } from '../written.ts';
import { PlanStage, SamplingPlan } from './model.ts';

const shape = Compile(SamplingPlan);

/** A plan of drawing from the YAML (or JSON) it is written in; `name` is said with every fault. */
export const parsePlan = (text: string, name: string): SamplingPlan =>
  readWritten('sampling-plan-wrong', name, () => checkPlan(parseYaml(text)));

/** The same of what is no text any more. Fails with `sampling-plan-wrong`. */
export const readPlan = (written: unknown, name: string): SamplingPlan =>
  readWritten('sampling-plan-wrong', name, () => checkPlan(written));

const keys = Object.keys(SamplingPlan.properties);
const stageKeys = Object.keys(PlanStage.properties);

function checkPlan(written: unknown): SamplingPlan {
  const { stages } = asMapping(written, 'Phương án', keys);
  asList(stages).forEach((stage, at) => {
    asMapping(stage, `Giai đoạn ${at + 1}`, stageKeys);
  });
  const [first] = shape.Errors(written);
  if (first) {
    const where = first.instancePath.split('/').filter(Boolean).join(' → ');
    throw new WrittenWrong(`${where === '' ? 'Phương án' : `Mục “${where}”`} thiếu hoặc chưa đúng dạng.`);
  }
  const plan = written as SamplingPlan;
  const bySize = plan.classes !== undefined || plan.stages.some(({ method }) => method === 'pps');
  if (plan.size === null && bySize)
    throw new WrittenWrong('Chọn theo quy mô (pps) hoặc chia nhóm theo quy mô cần nêu cột số người ở “size”.');
  const silent = plan.stages.find(({ method, take }) => method !== 'all' && take === undefined);
  if (silent) throw new WrittenWrong(`Giai đoạn “${silent.name}” chưa nói chọn bao nhiêu (“take”).`);
  const units = plan.stages.map(({ unit }) => unit);
  if (new Set(units).size < units.length) throw new WrittenWrong('Hai giai đoạn cùng một cột đơn vị.');
  return plan;
}
