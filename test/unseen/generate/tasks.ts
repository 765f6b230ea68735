import type { Chance } from './chance.ts';
import { communeOffices, helpers, offices, remarks, type Theme, type Time, themes, times } from './content.ts';

/** What one task of a paper is to say, before it is laid out. */
export type Planned = {
  component: string;
  text: string;
  /** one product, or several on rows of their own */
  products: string[];
  lead: string[];
  cooperate: string[];
  time: Time | null;
  remark: string;
};
export type PlannedGroup = { field: string; tasks: Planned[] };

/** Groups of tasks; a commune names its own offices. */
export function planTasks(chance: Chance, commune: boolean): PlannedGroup[] {
  const chosen = chance.often(0.6) ? themes : chance.some(themes, chance.between(2, 5));
  return chosen.map((theme) => ({ field: theme.field, tasks: tasksOf(theme, chance, commune) }));
}

function tasksOf(theme: Theme, chance: Chance, commune: boolean): Planned[] {
  const leaders = commune ? communeOffices : offices;
  const others = commune ? [...communeOffices, 'Trưởng các thôn', 'Các cơ quan, đơn vị liên quan'] : helpers;
  return chance.some(theme.works, chance.between(2, 5)).map(({ text, result }) => {
    const lead = chance.some(leaders, chance.often(0.15) ? 2 : 1);
    return {
      component: theme.component,
      text,
      products: chance.often(0.12) ? [result, chance.pick(['Báo cáo của UBND tỉnh', 'Văn bản triển khai'])] : [result],
      lead,
      cooperate: chance.often(0.15)
        ? []
        : chance.some(others, chance.between(1, 3)).filter((one) => !lead.includes(one)),
      time: chance.often(0.05) ? null : chance.pick(times),
      remark: chance.often(0.4) ? chance.pick(remarks) : '',
    };
  });
}
