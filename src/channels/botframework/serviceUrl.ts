import { z } from 'zod';

/** Where a connector takes answers. */
export interface ServiceUrl {
  readonly address: string;
  readonly host: string;
}

const schema = z.url({ protocol: /^https?$/ });

/** There are few, and one comes with every activity; reading it anew took longer than all else in an envelope. */
const REMEMBERED = 100;
const LONGEST = 1_000;
const remembered = new Map<string, ServiceUrl>();

/** Null when it is no http or https address. */
export function readServiceUrl(text: string): ServiceUrl | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parsed = schema.safeParse(text);
  if (!parsed.success) return null;
  const read = { address: parsed.data, host: new URL(parsed.data).hostname };
  if (text.length <= LONGEST) remembered.set(text, read);
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  return read;
}
