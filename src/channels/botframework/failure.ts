/** What may be assumed of an activity that could not be sent. */
export type Failure =
  /** It certainly did not arrive; it may be sent later. Null seconds: the channel did not say when. */
  | { readonly kind: 'wait'; readonly seconds: number | null }
  /** It certainly did not arrive, and nobody can be reached there any more. */
  | { readonly kind: 'gone' }
  /** It certainly did not arrive, and never will. */
  | { readonly kind: 'refused' }
  /** It may have arrived. */
  | { readonly kind: 'uncertain' };

/** The connection never came about. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What the libraries throw that fetch our own token, which comes before anything is sent. */
const NO_TOKEN =
  /^(ClientAuthError|ClientConfigurationError|ServerError|InteractionRequiredAuthError|AuthError|CredentialUnavailableError|AuthenticationError|AggregateAuthenticationError)$/;

/** A year is longer than anything waits; more would be nonsense. */
const MAX_WAIT_SECONDS = 24 * 60 * 60;

export function failureOf(error: unknown, now: () => number = Date.now): Failure {
  const status = statusOf(error);
  if (status !== null) return byStatus(status, error, now);
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code === 'string' && NEVER_CONNECTED.has(code)) return { kind: 'wait', seconds: null };
  if (error instanceof Error && NO_TOKEN.test(error.name)) return { kind: 'wait', seconds: null };
  return { kind: 'uncertain' };
}

/** The status the connector answered with; null when it did not answer. */
export function statusOf(error: unknown): number | null {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

function byStatus(status: number, error: unknown, now: () => number): Failure {
  switch (status) {
    case 429:
      return { kind: 'wait', seconds: retryAfter(error, now) };
    // Our own proof of who we are was not accepted, or another change got in between: not the learner's doing.
    case 401:
    case 412:
      return { kind: 'wait', seconds: null };
    case 403:
    case 404:
      return { kind: 'gone' };
    case 408:
      return { kind: 'uncertain' };
    default:
      return status >= 500 ? { kind: 'uncertain' } : { kind: 'refused' };
  }
}

interface Headers {
  readonly get?: (name: string) => unknown;
}

/** Seconds, or a date, as HTTP allows. */
function retryAfter(error: unknown, now: () => number): number | null {
  const { response } = error as { readonly response?: { readonly headers?: Headers } };
  const said = response?.headers?.get?.('retry-after');
  if (typeof said !== 'string' || said.trim() === '') return null;
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : (Date.parse(said) - now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(MAX_WAIT_SECONDS, Math.max(0, Math.ceil(seconds))) : null;
}
