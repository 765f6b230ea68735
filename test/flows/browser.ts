import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Flags that keep Chromium from calling home: a test machine may have no network at all. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the system's where there is one, else the one that came with `npm test`. */
export async function openBrowser(): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  if (system) return chromium.launch({ executablePath: system, args: quiet });
  // Its own list of flags is for a sandbox without processes and switches web security off: ours keeps it on.
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: quiet });
}
