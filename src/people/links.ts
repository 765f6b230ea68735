/** How long ways in stay open, in milliseconds, and what they are called. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How a session was opened. demo: without signing in, on the machine it is tried on. */
export type SessionWay = 'demo' | 'password' | 'totp' | 'recovery' | 'provider' | 'setup';

export const lifetimes = {
  /** a session nobody has used for so long is over: a working day, so that a night ends it */
  idle: 12 * hour,
  /** and over after so long whatever happens */
  session: 7 * day,
  /** the demo, on one's own machine */
  demo: 30 * day,
  /** between the password and the second step */
  secondStep: 5 * minute,
  /** from leaving for another provider to coming back */
  provider: 10 * minute,
  link: { setup: day, invitation: 7 * day, reset: hour },
} as const;

export type LinkKind = keyof typeof lifetimes.link;

/** How many codes open an account whose telephone is lost. */
export const recoveryCodes = 10;

/**
 * How long nobody may try again after so many failures: the first four cost nothing, then 1, 2, 4 … minutes up to half an
 * hour. A count is forgotten when nobody has failed for a day.
 */
export function lockAfter(failed: number): number {
  return failed < 5 ? 0 : Math.min(2 ** (failed - 5), 30) * minute;
}
export const forgetAfter = day;

/** An office shares one address: so many failures from it within a quarter of an hour stop it for the rest of that. */
export const addressLimit = { failures: 60, within: 15 * minute } as const;

/** So many forgotten passwords may be asked about from one address within a quarter of an hour, of whatever accounts. */
export const resetLimit = { failures: 20, within: 15 * minute } as const;
