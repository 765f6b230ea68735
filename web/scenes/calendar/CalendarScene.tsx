import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CalendarView } from '../../../src/calendar/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { currentSession } from '../../queries.ts';
import { calendarOf } from './api.ts';
import { DaySheet, type Draft } from './DaySheet.tsx';
import { Days } from './Days.tsx';
import { History } from './History.tsx';
import { MovingNote } from './MovingNote.tsx';
import { Settings } from './Settings.tsx';
import { labelOf, rollChoices } from './words.ts';

const route = getRouteApi('/lich-lam-viec');

/** Lịch làm việc: which days are worked, how last days are counted, and who changed what. */
export function CalendarScene() {
  const { nam } = route.useSearch();
  const found = useQuery(calendarOf(nam === undefined ? undefined : Number(nam)));
  const { data: session } = useQuery(currentSession());
  const may = session?.may.includes('Cơ quan thường trực và người quản trị đặt được lịch làm việc') ?? false;
  const [draft, setDraft] = useState<Draft | null>(null);
  if (!found.data)
    return (
      <Scene title="Lịch làm việc">
        <div className="card">
          {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton />}
        </div>
      </Scene>
    );
  const calendar = found.data;
  // While days are on their way nothing else can be saved: the next change is reckoned from where they end.
  const free = may && calendar.moving === null;
  return (
    <Scene
      title="Lịch làm việc"
      sub={sayFigures(calendar)}
      actions={
        may && (
          <Button className="btn primary" isDisabled={!free} onPress={() => setDraft({ day: '', row: null })}>
            Thêm ngày nghỉ hoặc ngày làm
          </Button>
        )
      }
    >
      <MovingNote moving={calendar.moving} may={may} />
      <Years calendar={calendar} />
      <div className="calendar">
        <Days calendar={calendar} onChange={free ? (row) => setDraft({ day: row.day, row }) : null} />
        <div>
          <Settings key={calendar.seq} calendar={calendar} may={free} />
          <History calendar={calendar} may={free} />
        </div>
      </div>
      {draft && <DaySheet calendar={calendar} draft={draft} onClose={() => setDraft(null)} />}
    </Scene>
  );
}

function Years({ calendar: { years, year } }: { calendar: CalendarView }) {
  const all = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i);
  return (
    <nav className="filters" aria-label="Năm">
      {all.map((one) => (
        <Link
          key={one}
          to="/lich-lam-viec"
          search={{ nam: String(one) }}
          className={one === year ? 'chip on' : 'chip'}
          aria-current={one === year ? 'page' : undefined}
        >
          {one}
        </Link>
      ))}
    </nav>
  );
}

function sayFigures({ year, days, changes, settings }: CalendarView): string {
  const off = days.filter(({ kind }) => kind !== 'working').length;
  const unverified = days.filter(({ verified }) => !verified).length;
  return [
    `Năm ${year} cả nước có ${sayNumber(off)} ngày nghỉ lễ, nghỉ bù`,
    unverified > 0 ? `, ${sayNumber(unverified)} ngày chưa tìm thấy thông báo chính thức` : '',
    changes.length > 0 ? `; đơn vị đổi ${sayNumber(changes.length)} ngày` : '',
    `. Hạn trùng ngày nghỉ: ${labelOf(rollChoices, settings.roll).toLowerCase()}.`,
  ].join('');
}
