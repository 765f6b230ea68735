import { accountRoutes } from './account.ts';
import { accountsRoutes } from './accounts.ts';
import { grantRoutes } from './grants.ts';
import { linkRoutes } from './links.ts';
import { providerRoutes } from './providers.ts';
import { signInRoutes } from './sign-in.ts';
import { totpRoutes } from './totp.ts';

/** Everything about signing in, one's own account, and the administrator's accounts. */
export const peopleRoutes = [
  signInRoutes,
  linkRoutes,
  accountRoutes,
  totpRoutes,
  accountsRoutes,
  grantRoutes,
  providerRoutes,
];
