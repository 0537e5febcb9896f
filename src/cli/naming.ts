import { createHash, createHmac } from 'node:crypto';
import type { Naming } from '../app/xapi';
import type { Library } from '../content/library';
import type { Locale } from '../core/model/session';

/** Names for statements that leave this installation. `secret` keeps pseudonyms from being guessed. */
export function namingOf(
  { playbook }: Pick<Library, 'playbook'>,
  publicUrl: string | null,
  secret: string,
  locale: Locale = 'nl',
): Naming {
  const texts = playbook.texts(locale, 'je');
  return {
    base: publicUrl ?? 'http://localhost',
    pseudonym: (person) =>
      createHmac('sha256', secret).update(`pseudonym ${person}`).digest('hex').slice(0, 32),
    uuidOf: (name) => uuidFrom(createHash('sha1').update(`bruggesprek ${name}`).digest()),
    titleOf: ({ scenario }) =>
      playbook.scenarios.find((staged) => staged.scenario.id === scenario)?.scenario.texts.title ?? scenario,
    nameOf: (key) => texts(`scorecard.${key}.name`),
  };
}

/** A UUID of version 5, the kind that is made from a name (RFC 9562). */
function uuidFrom(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
