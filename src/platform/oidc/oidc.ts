import * as client from 'openid-client';
import { Problem } from '../../kernel/problem.ts';

/** Another system that signs somebody in (OpenID Connect, code flow with PKCE). */
export type Provider = { issuer: string; clientId: string; clientSecret: string };

/** What must be remembered between leaving and coming back. It stays with the browser, sealed. */
export type Departure = { state: string; nonce: string; verifier: string };

/** Whom the provider says it is. `email` only where the provider has verified it. */
export type Identity = { subject: string; email: string | undefined };

const seconds = 10;

/** Plain http only to this machine, where nobody is in between. */
const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/** The provider's own description, asked for anew each time: keys change. Anything amiss is the Problem `issuer-refused`. */
export async function discover({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  if (!URL.canParse(issuer)) throw new Problem('issuer-refused', {});
  const url = new URL(issuer);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url))) throw new Problem('issuer-refused', {});
  try {
    return await client.discovery(url, clientId, undefined, client.ClientSecretBasic(clientSecret), {
      timeout: seconds,
      execute: isLocal(url) ? [client.allowInsecureRequests] : [],
    });
  } catch (cause) {
    throw new Problem('issuer-refused', {}, { cause });
  }
}

/** Where to send the browser, and what to remember until it comes back to `redirect`. */
export async function leave(provider: Provider, redirect: string): Promise<{ url: string; departure: Departure }> {
  const config = await discover(provider).catch((cause) => {
    throw new Problem('provider-refused', { why: 'unreachable' }, { cause });
  });
  const departure = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope: 'openid email profile',
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(departure.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, departure };
}

/** Who it is, from the address the provider sent the browser back to. Whatever does not fit the departure is refused. */
export async function comeBack(provider: Provider, back: URL, departure: Departure): Promise<Identity> {
  try {
    const config = await discover(provider);
    const tokens = await client.authorizationCodeGrant(config, back, {
      expectedState: departure.state,
      expectedNonce: departure.nonce,
      pkceCodeVerifier: departure.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Problem('provider-refused', { why: 'answer' });
    // Providers may keep the address out of the token and tell it only when asked.
    const told = claims.email === undefined ? await askFor(config, tokens.access_token, claims.sub) : claims;
    const email = told.email_verified === true && typeof told.email === 'string' ? told.email : undefined;
    return { subject: claims.sub, email };
  } catch (cause) {
    throw cause instanceof Problem && cause.code === 'provider-refused'
      ? cause
      : new Problem('provider-refused', { why: 'answer' }, { cause });
  }
}

const askFor = (config: client.Configuration, token: string, subject: string): Promise<client.UserInfoResponse> =>
  client.fetchUserInfo(config, token, subject);
