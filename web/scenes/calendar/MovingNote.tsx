import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { CalendarView } from '../../../src/calendar/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { calendarApi } from './api.ts';

/** How far the days of a saved change are; says so when all are where they belong. */
export function MovingNote({ moving, may }: Pick<CalendarView, 'moving'> & { may: boolean }) {
  const client = useQueryClient();
  const last = useRef(moving);
  useEffect(() => {
    if (last.current && !last.current.failed && !moving) {
      say(`Đã dời xong ${sayNumber(last.current.days)} hạn.`);
      void client.invalidateQueries({ queryKey: ['work'] });
    }
    last.current = moving;
  }, [moving, client]);
  if (!moving) return null;
  if (moving.failed) return <Failed moving={moving} failed={moving.failed} may={may} />;
  const { seq, days, moved } = moving;
  const share = `${Math.min(100, (moved / days) * 100)}%`;
  const label = `Đang dời hạn theo thay đổi số ${seq}: ${sayNumber(moved)} trên ${sayNumber(days)} hạn`;
  return (
    <section className="card panel calendar-moving" aria-label="Đang dời hạn">
      <ProgressBar aria-label={label} value={(moved / days) * 100} className="progress">
        <span className="progress-track">
          <i style={{ width: share }} />
        </span>
        <span className="num">{label}</span>
      </ProgressBar>
      <p className="muted">Có thể đóng trang, việc dời hạn vẫn tiếp tục. Dời xong mới lưu được thay đổi tiếp theo.</p>
    </section>
  );
}

type Moving = NonNullable<CalendarView['moving']>;
type FailedProps = { moving: Moving; failed: NonNullable<Moving['failed']>; may: boolean };

/** It stands still: why, and what can be done about it. */
function Failed({ moving: { seq, days, moved }, failed, may }: FailedProps) {
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (what: 'retry' | 'give-up') => calendarApi.settle(seq, what),
    onSuccess: ({ moving }, what) => {
      if (what === 'give-up')
        say(`Đã thôi dời ${sayNumber(Math.max(0, days - moved))} hạn còn lại của thay đổi số ${seq}.`);
      else if (!moving) say('Đã dời xong các hạn còn lại.');
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['calendar'] });
      void client.invalidateQueries({ queryKey: ['work'] });
    },
  });
  return (
    <section className="card panel calendar-moving" role="alert" aria-label="Việc dời hạn gặp lỗi">
      <p>
        <b>
          Việc dời hạn theo thay đổi số {seq} gặp lỗi: đã dời {sayNumber(moved)} trên {sayNumber(days)} hạn.
        </b>
      </p>
      <p>
        Lúc {sayMoment(failed.at)}: {failed.reason} Các hạn đã dời vẫn giữ nguyên; hệ thống sẽ tự thử lại.
      </p>
      {may && (
        <>
          <p className="muted">
            Thôi dời thì các hạn còn lại giữ ngày cũ và lưu được thay đổi khác. Thay đổi số {seq} vẫn có hiệu lực, có
            thể hoàn tác ở phần lịch sử.
          </p>
          <Refusal error={settle.error} />
          <div className="row">
            <Button className="btn" isDisabled={settle.isPending} onPress={() => settle.mutate('retry')}>
              Thử lại ngay
            </Button>
            <Button className="btn" isDisabled={settle.isPending} onPress={() => settle.mutate('give-up')}>
              Thôi dời phần còn lại
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
