import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplaceableView } from '../../../src/assignment/issue/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { request } from '../../api.ts';
import { sayPlan } from '../../words/plan.ts';

/** Which issued plan a plan takes the place of, and from which day. */

const replaceableBy = (planId: string) =>
  queryOptions({
    queryKey: ['work', 'replaceable', planId],
    queryFn: async () =>
      (await request<{ plans: ReplaceableView[] }>('GET', `/plans/${encodeURIComponent(planId)}/replaceable`)).plans,
  });

/** What the server is told of it; nothing where no plan is replaced. */
export type Replaced = { supersedes: string; day: string };

export type Replacing = {
  plans: readonly ReplaceableView[];
  chosen: ReplaceableView | undefined;
  day: string;
  choose: (id: string | undefined) => void;
  setDay: (day: string) => void;
  /** what is wrong with it, so that nothing is sent yet */
  wrong: string | undefined;
  sent: Replaced | undefined;
};

/** `planDay`: the day of the plan itself, from which it usually holds. */
export function useReplacing(planId: string, planDay: string | null, today: string, enabled: boolean): Replacing {
  const { data: plans = [] } = useQuery({ ...replaceableBy(planId), enabled });
  const [id, choose] = useState<string>();
  const [day, setDay] = useState(usualDay(planDay, today));
  const chosen = plans.find((plan) => plan.id === id);
  const wrong = chosen && findWrong(day, chosen, today);
  const sent = chosen && wrong === undefined ? { supersedes: chosen.id, day } : undefined;
  return { plans, chosen, day, choose, setDay, wrong, sent };
}

/** A plan dated ahead takes a place on its day, not before. */
export const usualDay = (planDay: string | null, today: string): string =>
  planDay !== null && planDay <= today ? planDay : today;

/** What is wrong with a day from which a plan is to be replaced. */
export function findWrong(day: string, { date }: Pick<ReplaceableView, 'date'>, today: string): string | undefined {
  if (day === '') return 'Hãy nhập ngày có hiệu lực.';
  if (day > today) return 'Ngày có hiệu lực không thể sau hôm nay: việc của kế hoạch cũ kết thúc ngay khi giao.';
  if (date !== null && day < date)
    return `Ngày có hiệu lực không thể trước ngày của kế hoạch bị thay thế, ${sayDay(date)}.`;
  return undefined;
}

/** What replacing a plan ends, before it is done. */
export function sayReplaced({ open, agencies, overdue, done }: ReplaceableView): string {
  const ends =
    open === 0
      ? 'Kế hoạch này không còn kỳ nào phải làm.'
      : `${sayNumber(open)} lần đến hạn chưa xong của ${sayNumber(agencies)} cơ quan sẽ kết thúc${overdue > 0 ? `, trong đó ${sayNumber(overdue)} lần đang quá hạn` : ''}.`;
  const stays = done > 0 ? ` ${sayNumber(done)} lần đã xong giữ nguyên trong lịch sử và số liệu.` : '';
  return ends + stays;
}

/** "Giao 43 nhiệm vụ cho 144 đơn vị, thay thế Kế hoạch 12/KH-UBND" */
export function sayWithReplaced(button: string, chosen: ReplaceableView | undefined, changes: number): string {
  if (!chosen) return button;
  const named = sayPlan({ ...chosen, date: null });
  return changes === 0 ? `Thay thế ${named}` : `${button}, thay thế ${named}`;
}
