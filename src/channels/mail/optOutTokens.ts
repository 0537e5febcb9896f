import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Lets somebody stop e-mail from within an e-mail, without signing in: for nothing else, and for themselves only. */
export interface OptOutTokens {
  issue(person: string): string;
  /** Whose it is; null when we did not make it. */
  read(token: string): string | null;
}

const LONGEST = 1_000;

export function createOptOutTokens(secret: string): OptOutTokens {
  const key = createHash('sha256').update(`opt-out tokens of ${secret}`).digest();
  const signatureOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    issue(person) {
      const text = Buffer.from(person).toString('base64url');
      return `${text}.${signatureOf(text)}`;
    },
    read(token) {
      const [text = '', signature = '', ...rest] = token.length > LONGEST ? [] : token.split('.');
      if (text === '' || rest.length > 0) return null;
      const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(text))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Buffer.from(text, 'base64url').toString();
    },
  };
}
