import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { CalendarEntry, CalendarPreview, CalendarView, DueExample } from '../../../src/calendar/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { formatPlainDate } from '../../../src/kernel/plain-date.ts';
import { ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { say } from '../../state/toasts.ts';
import { calendarApi, calendarOf } from './api.ts';

/** What a change would move and why, and the button that does it. */
export function Preview({
  calendar,
  entry,
  onBack,
  onDone,
}: {
  calendar: CalendarView;
  entry: CalendarEntry;
  onBack: () => void;
  onDone: () => void;
}) {
  const { year, seq } = calendar;
  const seen = useQuery({
    queryKey: ['calendar-preview', seq, entry],
    queryFn: () => calendarApi.preview(year, entry),
    staleTime: 0,
    gcTime: 0,
  });
  const save = useSave(calendar, entry, onDone);
  if (seen.isPending) return <Skeleton lines={4} label="Đang tính những hạn sẽ dời" />;
  if (seen.isError) return <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />;
  const { nothing, moved } = seen.data;
  return (
    <div className="preview">
      <p role="status">{nothing ?? sayMoved(seen.data)}</p>
      <Lines preview={seen.data} />
      {entry.kind !== 'days' && <Examples before={calendar.examples} after={seen.data.examples} />}
      <Refusal error={save.error} />
      <div className="row">
        <Button className="btn primary" isDisabled={save.isPending || nothing !== null} onPress={() => save.mutate()}>
          {moved > 0 ? `Lưu và dời ${sayNumber(moved)} hạn` : 'Lưu thay đổi'}
        </Button>
        <Button className="btn" onPress={onBack}>
          Sửa lại
        </Button>
      </div>
    </div>
  );
}

function sayMoved({ moved, reissue }: CalendarPreview): string {
  const moves =
    moved === 0
      ? 'Không hạn nào đang mở phải dời.'
      : `${sayNumber(moved)} hạn đang mở sẽ dời. Việc đã xong và hạn đã được gia hạn giữ nguyên.`;
  return reissue === 0
    ? moves
    : `${moves} ${sayNumber(reissue)} nhiệm vụ có thêm hoặc bớt kỳ; các kỳ đó đổi khi giao lại kế hoạch.`;
}

function Lines({ preview: { lines, moved } }: { preview: CalendarPreview }) {
  if (lines.length === 0) return null;
  const told = lines.reduce((sum, { agencies }) => sum + agencies, 0);
  return (
    <ul className="moves">
      {lines.map(({ itemId, text, from, to, why, agencies }) => (
        <li key={`${itemId} ${from}`}>
          <b className="num">
            {formatPlainDate(from)} <span aria-hidden="true">→</span>
            <span className="sr-only">thành</span> {formatPlainDate(to)}
          </b>
          <p>
            {text.replace(/^- /, '')} <span className="muted">({sayNumber(agencies)} đơn vị)</span>
          </p>
          <small>{why}</small>
        </li>
      ))}
      {moved > told && <li className="muted">Và {sayNumber(moved - told)} hạn khác.</li>}
    </ul>
  );
}

/** What known wordings come to, now and then, where they differ. */
function Examples({ before, after }: { before: readonly DueExample[]; after: readonly DueExample[] }) {
  const say = (days: readonly DueExample['days'][number][] = []) => days.map(formatPlainDate).join(', ');
  const changed = after.filter(({ days }, i) => say(days) !== say(before[i]?.days));
  if (changed.length === 0) return null;
  return (
    <section className="preview-examples" aria-labelledby="preview-examples">
      <h3 id="preview-examples">Thời hạn thường gặp sẽ thành</h3>
      <ul>
        {changed.map(({ wording, days }) => (
          <li key={wording} className="num">
            “{wording}”: {say(days)}
            <small>đang là {say(before.find((one) => one.wording === wording)?.days)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayWhatHappened(moved: number, { moving }: CalendarView): string {
  if (moved === 0) return 'Đã lưu lịch làm việc.';
  return moving ? `Đã lưu, đang dời ${sayNumber(moved)} hạn.` : `Đã lưu và dời ${sayNumber(moved)} hạn.`;
}

function useSave({ year, seq }: CalendarView, entry: CalendarEntry, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => calendarApi.change(year, seq, entry),
    onSuccess: ({ moved, calendar }) => {
      client.setQueryData(calendarOf(year).queryKey, calendar);
      void client.invalidateQueries({ queryKey: ['calendar'] });
      void client.invalidateQueries({ queryKey: ['work'] });
      say(sayWhatHappened(moved, calendar));
      onDone();
      focusHeading();
    },
  });
}
