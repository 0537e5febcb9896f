/** Where a learning record store is, and the key it gave us. */
export interface LrsOptions {
  /** Its xAPI endpoint, without a slash at the end. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly patienceMs?: number;
}

const PATIENCE_MS = 15_000;

/** Refusals that will be the same next time; everything else may pass. */
const FINAL: readonly number[] = [400, 409, 413];

/** Sends statements to a learning record store (xAPI 1.0.3, basic authentication). */
export function createLrs({ url, key, secret, patienceMs = PATIENCE_MS }: LrsOptions): {
  send(statements: readonly unknown[]): Promise<'sent' | 'later' | 'refused'>;
} {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  return {
    async send(statements) {
      if (statements.length === 0) return 'sent';
      try {
        const response = await fetch(`${url}/statements`, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
          headers: {
            Authorization: authorization,
            'Content-Type': 'application/json',
            'X-Experience-API-Version': '1.0.3',
          },
          body: JSON.stringify(statements),
        });
        await response.body?.cancel();
        if (response.ok) return 'sent';
        return FINAL.includes(response.status) ? 'refused' : 'later';
      } catch {
        return 'later';
      }
    },
  };
}
