import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

/** What must be the same when a browser comes back from signing in. */
const errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The address it comes back to. */
  back: z.string(),
  /** The page of ours it wanted. */
  next: z.string(),
});
export type Errand = z.infer<typeof errand>;

/** Seals what a browser keeps for us while it is away, so that nobody can read or change it. */
export interface Notes {
  seal(errand: Errand): Promise<string>;
  /** Null when it is not ours, or too old. */
  open(note: string | null): Promise<Errand | null>;
}

const SECONDS = 10 * 60;

/** `now` is in milliseconds. */
export function createNotes(secret: string, now: () => number = Date.now): Notes {
  const key = createHash('sha256').update(`openid notes of ${secret}`).digest();
  return {
    seal: (claims) =>
      new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(now() / 1000) + SECONDS)
        .encrypt(key),
    async open(note) {
      if (note === null || note === '') return null;
      try {
        const { payload } = await jwtDecrypt(note, key, {
          contentEncryptionAlgorithms: ['A256GCM'],
          currentDate: new Date(now()),
        });
        return errand.parse(payload);
      } catch {
        return null;
      }
    },
  };
}
