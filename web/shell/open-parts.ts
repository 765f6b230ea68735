import { useState } from 'react';

/** Which parts of the navigation whoever sits here has closed; all are open until then. */

const place = 'thang.navigation.closed';

function readClosed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function keepClosed(closed: readonly string[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(closed));
  } catch {
    // Without room to remember it is open again next time.
  }
}

/** Whether a part is open, and what opens or closes it. */
export function usePartOpen(name: string): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(() => !readClosed().includes(name));
  const set = (next: boolean): void => {
    if (next === open) return;
    setOpen(next);
    const others = readClosed().filter((one) => one !== name);
    keepClosed(next ? others : [...others, name]);
  };
  return [open, set];
}
