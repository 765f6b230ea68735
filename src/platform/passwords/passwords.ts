import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { Problem } from '../../kernel/problem.ts';

/**
 * Argon2id with 46 MiB, the stronger in memory of the settings OWASP recommends, and a second pass. A hash says how it was
 * made, so that the cost can grow: `outdated` tells which to make anew at the next sign-in.
 */
const cost = { memoryCost: 47_104, timeCost: 2, parallelism: 1, outputLen: 32 } as const satisfies Options;

/** Each takes memory and a thread of the few that also read files: so many at once, and no endless queue behind them. */
const atOnce = 2;
const mostWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new Problem('sign-in-busy', {});
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), { ...cost }));

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one. Without a hash (no such account, or one without a password) the same work is done on a
 * hash of nobody's, so that the time does not tell whether an account exists.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hash('không của ai', { ...cost });
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, password.normalize('NFC')));
  return right && stored !== null && stored !== undefined;
}

export function outdated(stored: string): boolean {
  const made = parseOptions(stored);
  return made.memoryCost < cost.memoryCost || made.timeCost < cost.timeCost;
}
