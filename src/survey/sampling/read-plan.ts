import Value from 'typebox/value';
import { Problem } from '../../kernel/problem.ts';
import { SamplingPlan } from './model.ts';

/** A plan as it was written down; `name` is what the user calls it. Fails with `sampling-plan-wrong`. */
export function readPlan(written: unknown, name: string): SamplingPlan {
  const [first] = Value.Errors(SamplingPlan, written);
  if (first) throw wrong(name, `mục “${first.instancePath || '/'}” chưa đúng dạng (${first.message})`);
  const plan = written as SamplingPlan;
  const sizeless =
    plan.size === null && (plan.classes ? 'classes' : plan.stages.find(({ method }) => method === 'pps'));
  if (sizeless) throw wrong(name, 'chọn theo quy mô (pps) hoặc chia nhóm theo quy mô cần nêu cột số người ở “size”');
  const silent = plan.stages.find(({ method, take }) => method !== 'all' && take === undefined);
  if (silent) throw wrong(name, `giai đoạn “${silent.name}” chưa nói chọn bao nhiêu (“take”)`);
  const units = plan.stages.map(({ unit }) => unit);
  if (new Set(units).size < units.length) throw wrong(name, 'hai giai đoạn cùng một cột đơn vị');
  return plan;
}

const wrong = (name: string, what: string) => new Problem('sampling-plan-wrong', { name, what });
