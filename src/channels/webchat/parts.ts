import type { ServerResponse } from 'node:http';
import type { Conversations } from '../../core/model/message';
import { Refused } from '../http/answers';
import type { FormTokens } from './formTokens';
import type { Hub } from './hub';
import type { Repeats } from './repeats';
import type { PlaceOfForm } from './standing';
import type { Tokens } from './tokens';
import type { Visits } from './visits';

/** What the parts of the web chat channel share. */
export interface WebChatParts {
  /** Taking a message here also brings it to every open screen. */
  readonly conversations: Conversations;
  readonly hub: Hub;
  readonly tokens: Tokens;
  readonly formTokens: FormTokens;
  readonly visits: Visits;
  /** What forms were answered with lately. */
  readonly repeats: Repeats;
  /** The page on which a form stands, by the address that the form is sent to; null when nothing is known of it. */
  readonly placeOfForm: PlaceOfForm;
  /** Conversations of which the welcome is known to be raised. */
  readonly welcomed: Welcomed;
  /** Hands in ids nobody can guess. */
  readonly freshId: () => string;
  readonly coachName: string;
  /** Where browsers reach us; null when they come by the names of this machine. */
  readonly publicUrl: string | null;
  /** Whether browsers reach us over https only. */
  readonly secure: boolean;
  /** Seconds this learner has to wait, 0 when they may go on. */
  readonly limited: (learner: string) => number;
  /** Faults that nobody waits for. */
  readonly fault: (code: string, error: unknown) => void;
}

/** Refuses who asks too often, and says how long to wait. */
export function withinLimit(
  parts: Pick<WebChatParts, 'limited'>,
  learner: string,
  res: ServerResponse | null,
): void {
  const wait = parts.limited(learner);
  if (wait === 0) return;
  res?.setHeader('Retry-After', String(wait));
  throw new Refused(429, 'too-many-requests');
}

export interface Welcomed {
  has(conversation: string): boolean;
  add(conversation: string): void;
}

/** Remembers the latest so many; forgetting one only costs a look in the record. */
export function rememberLatest(limit: number): Welcomed {
  const known = new Set<string>();
  return {
    has: (conversation) => known.has(conversation),
    add(conversation) {
      known.add(conversation);
      if (known.size > limit) known.delete(known.values().next().value as string);
    },
  };
}
