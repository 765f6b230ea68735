import { useQuery } from '@tanstack/react-query';
import { calendarOf } from './api.ts';
import { findDayOff } from './dayOff.ts';

/** Warns where a day that is being given is no working day, so that nobody owes something on a Sunday or at Tết unknowingly. */
export function DayOff({ day }: { day: string }) {
  const year = Number(day.slice(0, 4));
  const { data } = useQuery({ ...calendarOf(year), enabled: year >= 2000 });
  const why = data?.year === year ? findDayOff(day, data) : undefined;
  return why === undefined ? null : (
    <p className="work-note" role="status">
      ▲ {why}
    </p>
  );
}
