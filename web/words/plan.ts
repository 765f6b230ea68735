import { sayDay } from '../../src/kernel/plain-date.ts';
import type { PlanSummary } from '../../src/plan/views.ts';

/** What the reader understands, for the chooser of files. */
export const acceptedFiles = ['.pdf', '.docx', '.doc', '.odt', '.xlsx', '.html', '.htm', '.txt', '.md'];

/** "3212/KH-UBND", or "…/KH-UBND" where the number was left blank on the draft. */
export const sayPlanNumber = ({ number, symbol }: Pick<PlanSummary, 'number' | 'symbol'>): string =>
  number ?? (symbol ? `…/${symbol}` : '');

/** "Kế hoạch 112/KH-UBND ngày 06/02/2026", of what is stated. */
export function sayPlan(plan: Pick<PlanSummary, 'type' | 'number' | 'symbol' | 'date'>): string {
  const number = sayPlanNumber(plan);
  return [plan.type ?? 'Kế hoạch', number, plan.date ? `ngày ${sayDay(plan.date)}` : ''].filter(Boolean).join(' ');
}
