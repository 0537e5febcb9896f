import * as client from 'openid-client';
import { identityOf, type OpenIdIdentity } from './identity';
import { createNotes } from './notes';

export type { OpenIdIdentity } from './identity';

export interface OpenIdSettings {
  /** The address of the organisation's OpenID provider; plain http on loopback only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of e-mail that may come in; empty for all that the provider lets sign in. */
  readonly emailDomains: readonly string[];
}

export interface OpenIdOptions extends OpenIdSettings {
  /** Seals what browsers keep for us meanwhile; the same after a restart. */
  readonly secret: string;
  /** For what whoever runs the installation has to mend. */
  readonly fault: (code: string, error: unknown) => void;
}

export type Begun =
  /** Where the browser signs in, and what it keeps meanwhile. */
  { readonly kind: 'away'; readonly url: string; readonly note: string } | { readonly kind: 'unreachable' };

export type Finished =
  | { readonly kind: 'proven'; readonly identity: OpenIdIdentity; readonly next: string }
  /** Broken off, too late, of another browser, or not what the provider gave out. */
  | { readonly kind: 'failed' }
  /** Truly somebody, but not of those who may come in. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreachable' };

/** Signing in with the account of an organisation, by the authorization code flow of OpenID Connect with PKCE. */
export interface OpenIdDoor {
  /** `back` is the address the browser comes back to, `next` the page of ours it wanted. */
  begin(back: string, next: string): Promise<Begun>;
  /** With what the provider put behind the address, and what the browser kept. */
  finish(query: Readonly<Record<string, string>>, note: string | null): Promise<Finished>;
}

export function createOpenIdDoor(options: OpenIdOptions): OpenIdDoor {
  const notes = createNotes(options.secret);
  const provider = rememberingProvider(options);
  return {
    async begin(back, next) {
      const configuration = await provider();
      if (configuration === null) return { kind: 'unreachable' };
      const verifier = client.randomPKCECodeVerifier();
      const errand = { state: client.randomState(), nonce: client.randomNonce(), verifier, back, next };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        scope: 'openid profile email',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: errand.state,
        nonce: errand.nonce,
      });
      return { kind: 'away', url: url.href, note: await notes.seal(errand) };
    },
    async finish(query, note) {
      const errand = await notes.open(note);
      if (errand === null) return { kind: 'failed' };
      const configuration = await provider();
      if (configuration === null) return { kind: 'unreachable' };
      const address = new URL(`${errand.back}?${new URLSearchParams(query)}`);
      try {
        const tokens = await client.authorizationCodeGrant(configuration, address, {
          pkceCodeVerifier: errand.verifier,
          expectedState: errand.state,
          expectedNonce: errand.nonce,
          idTokenExpected: true,
        });
        const identity = identityOf(tokens.claims(), options.emailDomains);
        return identity === null ? { kind: 'outside' } : { kind: 'proven', identity, next: errand.next };
      } catch (error) {
        options.fault('openid-sign-in-failed', error);
        return { kind: 'failed' };
      }
    },
  };
}

/** Asks the provider once what it can do; asks again at the next sign-in while it did not answer. */
function rememberingProvider(options: OpenIdOptions): () => Promise<client.Configuration | null> {
  let known: Promise<client.Configuration | null> | null = null;
  return async () => {
    known ??= discover(options);
    const configuration = await known;
    if (configuration === null) known = null;
    return configuration;
  };
}

const PATIENCE_SECONDS = 10;

async function discover(options: OpenIdOptions): Promise<client.Configuration | null> {
  const issuer = new URL(options.issuer);
  // Settings allow plain http on loopback only.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  try {
    const { clientId, clientSecret } = options;
    const found = await client.discovery(issuer, clientId, clientSecret, undefined, {
      execute,
      timeout: PATIENCE_SECONDS,
    });
    const metadata = found.serverMetadata();
    const configuration = new client.Configuration(
      metadata,
      clientId,
      clientSecret,
      waysOf(metadata)(clientSecret),
    );
    configuration.timeout = PATIENCE_SECONDS;
    for (const change of execute) change(configuration);
    return configuration;
  } catch (error) {
    options.fault('openid-provider-unreachable', error);
    return null;
  }
}

/** How the provider wants us to show our secret; with Basic where it does not say. (OpenID Connect Discovery 1.0, §3) */
function waysOf(metadata: client.ServerMetadata): typeof client.ClientSecretBasic {
  const { token_endpoint_auth_methods_supported: ways = ['client_secret_basic'] } = metadata;
  return ways.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
}
