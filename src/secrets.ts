import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from './app/ports';

const BYTES = 32;

/** Secrets by the random numbers of this machine. */
export const secrets: Secrets = {
  fresh: () => randomBytes(BYTES).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
  below: (below) => randomInt(below),
};
