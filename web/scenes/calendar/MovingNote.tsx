import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { CalendarView } from '../../../src/calendar/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { say } from '../../state/toasts.ts';

/** How far the days of a saved change are; says so when all are where they belong. */
export function MovingNote({ moving }: Pick<CalendarView, 'moving'>) {
  const client = useQueryClient();
  const last = useRef(moving);
  useEffect(() => {
    if (last.current && !moving) {
      say(`Đã dời xong ${sayNumber(last.current.days)} hạn.`);
      void client.invalidateQueries({ queryKey: ['work'] });
    }
    last.current = moving;
  }, [moving, client]);
  if (!moving) return null;
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
