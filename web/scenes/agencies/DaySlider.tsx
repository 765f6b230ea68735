import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AgencyTree } from '../../../src/place/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { stopOf } from './tree.ts';

const route = getRouteApi('/don-vi');

/** Any day: slid from change to change, or typed. */
export function DaySlider({ tree: { on, days } }: { tree: AgencyTree }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (day: string): void => void navigate({ to: '/don-vi', search: { ...search, ngay: day }, replace: true });
  const stop = stopOf(days, on);
  const from = days[stop] ?? on;
  const next = days[stop + 1];
  return (
    <section className="card day-slider" aria-label="Xem vào ngày nào">
      <label className="day-slider-range">
        <span>
          Cùng một danh bạ từ <b className="num">{sayDay(from)}</b>
          {next ? ` đến trước ${sayDay(next)}` : ' đến nay'}
        </span>
        <input
          type="range"
          min={0}
          max={Math.max(0, days.length - 1)}
          step={1}
          value={stop}
          aria-valuetext={`từ ${sayDay(from)}`}
          onChange={({ target }) => go(days[Number(target.value)] ?? on)}
        />
        <span className="day-slider-ends muted num" aria-hidden="true">
          <span>{sayDay(days[0] ?? on)}</span>
          <span>{sayDay(days.at(-1) ?? on)}</span>
        </span>
      </label>
      <DayField
        key={search.ngay ?? 'today'}
        label="Xem vào ngày"
        value={on}
        onChange={(day) => day !== '' && day !== on && go(day)}
      />
    </section>
  );
}
