import { useState } from 'react';

/** The token of a link stands behind "#", which goes to no server. It leaves the address bar once it has been read. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const read = location.hash.slice(1) || taken;
    if (location.hash) history.replaceState(history.state, '', location.pathname);
    taken = read;
    return read;
  });
  return token;
}

/** A component may be made twice before it is shown: the second finds the address already cleared. */
let taken = '';
