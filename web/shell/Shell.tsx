import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RouterProvider as AriaRouter, Button } from 'react-aria-components';
import { Sheet } from '../components/Sheet.tsx';
import { Toasts } from '../components/Toasts.tsx';
import { currentSession } from '../queries.ts';
import { Bell } from '../scenes/notifications/Bell.tsx';
import { usePageKeys } from '../state/use.ts';
import { DropAnywhere } from './DropAnywhere.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import { WhoAmI } from './WhoAmI.tsx';

/** Pages for who has not signed in: no navigation, nothing asked of the server that needs a session. */
const outside = new Set(['/dang-nhap', '/thiet-lap', '/dat-mat-khau']);

export function Shell() {
  const { pathname } = useLocation();
  if (!outside.has(pathname)) return <Inside />;
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}

/** One frame for every page: navigation, search, the unit one acts for. */
function Inside() {
  const [menu, setMenu] = useState(false);
  const [finding, setFinding] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the sheet it was chosen from
  useEffect(() => setMenu(false), [pathname]);
  usePageKeys((event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      setFinding(true);
    }
  });
  return (
    <AriaRouter navigate={(to) => void navigate({ to })}>
      <a className="skip btn" href="#main">
        Tới nội dung chính
      </a>
      <div className="shell">
        <Navigation />
        <div className="column">
          <TopBar onMenu={() => setMenu(true)} onFind={() => setFinding(true)} />
          <Outlet />
        </div>
      </div>
      <Sheet title="Danh mục" kind="side" isOpen={menu} onClose={() => setMenu(false)}>
        <Navigation onGo={() => setMenu(false)} />
      </Sheet>
      <Palette isOpen={finding} onClose={() => setFinding(false)} />
      <DropAnywhere />
      <Toasts />
    </AriaRouter>
  );
}

function TopBar({ onMenu, onFind }: { onMenu: () => void; onFind: () => void }) {
  const { data: session } = useQuery(currentSession());
  return (
    <header className="top">
      <Button className="icon only-phone" aria-label="Mở danh mục" onPress={onMenu}>
        ☰
      </Button>
      <Button className="search" onPress={onFind} aria-keyshortcuts="Control+K">
        <span>Tìm kế hoạch, nhiệm vụ…</span>
        <kbd className="hide-phone">Ctrl K</kbd>
      </Button>
      <span className="spacer hide-phone" />
      {session && <Bell />}
      {session && <WhoAmI session={session} />}
    </header>
  );
}
