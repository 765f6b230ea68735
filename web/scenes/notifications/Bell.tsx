import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Sheet } from '../../components/Sheet.tsx';
import { unreadCount } from './api.ts';
import { NoticeFeed } from './NoticeFeed.tsx';

/** The bell at the top: a number only where something waits for me. */
export function Bell() {
  const [open, setOpen] = useState(false);
  const unread = useQuery(unreadCount()).data?.unread ?? 0;
  return (
    <>
      <Button
        className="icon bell"
        aria-label={unread > 0 ? `Thông báo, ${unread} chưa đọc` : 'Thông báo'}
        onPress={() => setOpen(true)}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M10 2.5a5 5 0 0 0-5 5v3.2L3.4 14h13.2L15 10.7V7.5a5 5 0 0 0-5-5Zm-1.8 13.5a1.9 1.9 0 0 0 3.6 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
      </Button>
      <Sheet title="Thông báo chưa đọc" kind="large" isOpen={open} onClose={() => setOpen(false)}>
        <NoticeFeed unread onGo={() => setOpen(false)} />
        <p>
          <Link to="/thong-bao" onClick={() => setOpen(false)}>
            Tất cả thông báo và cách nhận
          </Link>
        </p>
      </Sheet>
    </>
  );
}
