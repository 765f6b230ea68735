import { Link, useLocation } from '@tanstack/react-router';
import { useId } from 'react';
import { sayNumber } from '../../src/kernel/number.ts';
import { useMay } from '../state/may.ts';
import { usePartOpen } from './open-parts.ts';
import { type Place, partsFor } from './places.ts';
import { useWaiting, type Waiting } from './waiting.ts';

type WaitingBy = ReturnType<typeof useWaiting>;

/** Where one can go, by what people do there; a number only where something waits for me, also on a part that is closed. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const may = useMay();
  const waiting = useWaiting();
  return (
    <nav className="nav" aria-label="Chính">
      <Link to="/ke-hoach" className="logo" onClick={onGo}>
        <svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true">
          <path
            d="M4 1v20M16 1v20M4 6h12M4 11h12M4 16h12"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeLinecap="round"
          />
        </svg>
        Thang
      </Link>
      {partsFor(may).map(({ name, places }) =>
        name === null ? (
          <Places key="first" places={places} waiting={waiting} {...(onGo && { onGo })} />
        ) : (
          <Part key={name} {...{ name, places, waiting }} {...(onGo && { onGo })} />
        ),
      )}
    </nav>
  );
}

type PlacesProps = { places: readonly Place[]; waiting: WaitingBy; label?: string; onGo?: () => void };

/** A part stays as it was left, on this machine; closed it tells what waits in it and whether one is there. */
function Part({ name, ...props }: PlacesProps & { name: string }) {
  const { pathname } = useLocation();
  const [open, setOpen] = usePartOpen(name);
  const label = useId();
  const within = props.places.map(({ to }) => props.waiting.get(to)?.count ?? 0);
  const count = within.reduce((sum, one) => sum + one, 0);
  const here = props.places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <details
      className="nav-part"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-here={here || undefined}
    >
      <summary>
        <span id={label}>{name}</span>
        {!open && here && <span className="sr-only"> (trang đang mở)</span>}
        {!open && count > 0 && <Count count={count} words="việc chờ xử lý" />}
      </summary>
      <Places label={label} {...props} />
    </details>
  );
}

const Places = ({ places, waiting, label, onGo }: PlacesProps) => (
  <ul className="nav-links" aria-labelledby={label}>
    {places.map(({ to, name }) => {
      const waits = waiting.get(to);
      return (
        <li key={to}>
          <Link to={to} onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            {name}
            {waits && <Count {...waits} />}
          </Link>
        </li>
      );
    })}
  </ul>
);

const Count = ({ count, words }: Waiting) => (
  <span className="n">
    {sayNumber(count)}
    <span className="sr-only"> {words}</span>
  </span>
);
