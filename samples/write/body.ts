import type { SamplePlan } from '../model.ts';

/** The running text of a plan as numbered lines, from its opening to its closing. */
export function bodyOf(plan: SamplePlan): string[] {
  const clauses = plan.body.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const { section, opening, items, style } = entry.duty;
    if (style === 'inline') return [`${section}. ${opening}${items.join(' ')}`];
    const marked = items.map((item, at) => (style === 'dash' ? `- ${item}` : `${'abcd'[at]}) ${item}`));
    return [`${section}. ${opening}`, ...marked];
  });
  return [...plan.opening, ...clauses, plan.closing];
}

/** "Kế hoạch" prints its kind above the title; a letter prints only "V/v …". */
export function titleOf({ head }: SamplePlan): string[] {
  return head.type === 'Công văn' ? [head.title] : [head.type.toUpperCase(), head.title];
}

export function numberOf({ head }: SamplePlan): string {
  return `Số: ${head.number ?? `      /${head.symbol}`}`;
}

export function placeAndDay({ head }: SamplePlan): string {
  return `${head.place}, ngày ${head.printedDay}`;
}

export const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;
