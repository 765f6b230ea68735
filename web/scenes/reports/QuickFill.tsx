import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { Written } from '../../../src/report/content/overlay.ts';
import { carryForward, noneFor } from '../../../src/report/content/quick.ts';
import type { ReportDetailView } from '../../../src/report/views.ts';
import type { Content } from './drafting.ts';
import { componentKeyOf, isAnswered, isFilled, lineOf } from './group.ts';
import { SheetTools } from './SheetTools.tsx';
import type { Draft } from './useReportDraft.ts';

type Props = { detail: ReportDetailView & { content: Content }; draft: Draft };

/** What fills many empty places at once. Each button says how many; each can be taken back. */
export function QuickFill({ detail: { report, items, previous, fields }, draft }: Props) {
  const { content, writeAll } = draft;
  const keys = items.map(({ item }) => item.id);
  const carried = previous === null ? [] : carryForward(content, previous, keys);
  const open = items.filter((one) => one.owes && !isAnswered(content, one, componentKeyOf(one)));
  const none = noneFor(
    content,
    open.map(({ item }) => item.id),
  );
  const idle = items
    .filter((one) => one.owes && lineOf(content, one.item.id).state === 'not-begun' && !isFilled(content, fields, one))
    .map(({ item }): Written => ({ place: { of: 'item', key: item.id, field: 'state' }, value: 'not-begun' }));
  return (
    <fieldset className="row quick-fill">
      <legend>Điền nhanh</legend>
      {carried.length > 0 && (
        <Button
          className="btn small"
          onPress={() => writeAll(carried, `Đã điền ${sayNumber(carried.length)} ô bằng lời của kỳ trước.`)}
        >
          Dùng lại lời kỳ trước ({sayNumber(carried.length)} ô)
        </Button>
      )}
      {none.length > 0 && (
        <Button
          className="btn small"
          onPress={() => writeAll(none, `Đã ghi “Không phát sinh” cho ${sayNumber(none.length)} nhiệm vụ.`)}
        >
          Không phát sinh ({sayNumber(none.length)} nhiệm vụ còn lại)
        </Button>
      )}
      {idle.length > 0 && (
        <Button
          className="btn small"
          onPress={() => writeAll(idle, `Đã xác nhận “Chưa thực hiện” cho ${sayNumber(idle.length)} nhiệm vụ.`)}
        >
          Xác nhận “Chưa thực hiện” ({sayNumber(idle.length)} nhiệm vụ chưa điền)
        </Button>
      )}
      <SheetTools id={report.id} draft={draft} />
    </fieldset>
  );
}
