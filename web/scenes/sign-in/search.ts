import type { peopleProblems } from '../../../src/kernel/problems/people.ts';

/** Why signing in by another system did not work, as the address tells it. */
export type ProviderFailure = Parameters<(typeof peopleProblems)['provider-refused']['detail']>[0]['why'];
const failures: readonly ProviderFailure[] = ['unreachable', 'unknown', 'email', 'answer', 'disabled'];

/** The tenant that is meant, where to go afterwards, and what went wrong at another system. */
export type SignInSearch = {
  'don-vi'?: string;
  tiep?: string;
  'tro-ve'?: ProviderFailure;
  /** another system has let somebody in whose account asks for its own code too */
  buoc?: 'ma';
};

export function readSignInSearch(raw: Record<string, unknown>): SignInSearch {
  const failure = failures.find((why) => why === raw['tro-ve']);
  return {
    ...(typeof raw['don-vi'] === 'string' ? { 'don-vi': raw['don-vi'] } : {}),
    ...(typeof raw.tiep === 'string' ? { tiep: raw.tiep } : {}),
    ...(failure ? { 'tro-ve': failure } : {}),
    ...(raw.buoc === 'ma' ? { buoc: 'ma' as const } : {}),
  };
}
