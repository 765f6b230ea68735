import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { leftOutCount } from './from.ts';

/** An issue in the words of a button, a sentence and a result. */

type Preview = Pick<IssueView, 'items' | 'assignments' | 'occurrences' | 'agencies' | 'issues'>;
type Told = Preview & Pick<IssueView, 'leftOut' | 'owedFrom'>;

/** How many things would be made, changed or taken back. */
export const changesOf = ({ items, assignments, occurrences }: Preview): number =>
  [items, assignments, occurrences].reduce((sum, { create, change, withdraw }) => sum + create + change + withdraw, 0);

/** Whether the plan is not given out yet, and nobody would get anything of it. */
export const isForNobody = ({ issues, agencies }: Pick<Preview, 'issues' | 'agencies'>): boolean =>
  issues.length === 0 && agencies.length === 0;

const itemsAfter = ({ items: { create, keep, change } }: Preview): number => create + keep + change;

/** "43 nhiệm vụ cho 144 đơn vị, 1.204 lần đến hạn trong năm" */
export function sayFigures(preview: Preview): string {
  const { create, keep, change } = preview.occurrences;
  return `${sayNumber(itemsAfter(preview))} nhiệm vụ, trách nhiệm cho ${sayNumber(preview.agencies.length)} đơn vị, ${sayNumber(create + keep + change)} lần đến hạn`;
}

/** What the one button of the page does. */
export function sayIssueButton(preview: Preview): string {
  if (isForNobody(preview)) return 'Giao nhiệm vụ';
  if (preview.issues.length === 0)
    return `Giao ${sayNumber(itemsAfter(preview))} nhiệm vụ cho ${sayNumber(preview.agencies.length)} đơn vị`;
  const changes = changesOf(preview);
  return changes === 0 ? 'Đã giao, không có gì thay đổi' : `Giao lại: ${sayNumber(changes)} thay đổi`;
}

/** What issuing did, told from what was shown before it. */
export function sayIssued(before: Told): string {
  const { items, assignments, occurrences, agencies, issues } = before;
  const left = leftOutCount(before);
  const leftOut =
    left > 0 && before.owedFrom ? ` ${sayNumber(left)} lần có hạn trước ${sayDay(before.owedFrom)} không tạo.` : '';
  if (issues.length <= 1 && assignments.keep + assignments.change + assignments.withdraw === 0)
    return `${sayNumber(items.create)} nhiệm vụ, trách nhiệm cho ${sayNumber(agencies.length)} đơn vị: ${sayNumber(assignments.create)} việc được giao, ${sayNumber(occurrences.create)} lần đến hạn.${leftOut}`;
  const parts = [
    assignments.create > 0 && `${sayNumber(assignments.create)} việc giao thêm`,
    assignments.change + items.change > 0 && `${sayNumber(assignments.change + items.change)} thay đổi`,
    occurrences.create > 0 && `${sayNumber(occurrences.create)} lần đến hạn thêm`,
    assignments.withdraw > 0 && `${sayNumber(assignments.withdraw)} việc thu hồi`,
    `${sayNumber(assignments.keep)} việc giữ nguyên`,
  ];
  return `Giao lại: ${parts.filter(Boolean).join(', ')}.${leftOut}`;
}
