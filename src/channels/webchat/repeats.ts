import { createHash } from 'node:crypto';
import type { FormAnswer } from './personForms';
import type { Values } from './personPages';

/** What forms were answered with lately, so that a form that is sent twice is not told that there is nothing. */
export interface Repeats {
  /**
   * Lets identical forms of one browser go one after another. When there is nothing to do any more for the second, it
   * gets the answer of the first: what was asked for is done.
   */
  take(sent: Sent, take: () => Promise<FormAnswer | null>): Promise<FormAnswer | null>;
  /** The way out that this very form led to before; null when it led to none. */
  wayOut(sent: Sent): Promise<FormAnswer | null>;
}

export interface Sent {
  readonly path: string;
  /** With the token of the page, which tells the browsers apart. */
  readonly fields: Values;
}

const REMEMBERED = 2_000;
/** Milliseconds in which somebody may still look at the page they sent it from. */
const REMEMBERED_FOR = 30 * 60_000;

interface Earlier {
  readonly at: number;
  readonly answer: Promise<FormAnswer | null>;
}

/** `now` is in milliseconds. */
export function createRepeats(now: () => number = Date.now): Repeats {
  const answers = new Map<string, Earlier>();
  const earlierOf = async (key: string): Promise<FormAnswer | null> => {
    const found = answers.get(key);
    return found && now() - found.at < REMEMBERED_FOR ? found.answer.catch(() => null) : null;
  };
  return {
    take(sent, take) {
      const key = keyOf(sent);
      const before = earlierOf(key);
      const answer = before.then(async (earlier) => (await take()) ?? earlier);
      answers.delete(key);
      answers.set(key, { at: now(), answer: answer.then(done) });
      // Whoever waits for the answer itself hears of a fault.
      answers.get(key)?.answer.catch(() => null);
      if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value as string);
      return answer;
    },
    async wayOut(sent) {
      const earlier = await earlierOf(keyOf(sent));
      return earlier?.kind === 'leave' ? earlier : null;
    },
  };
}

/** Only what leads on to another page is worth repeating; a form with problems is read anew. */
function done(answer: FormAnswer | null): FormAnswer | null {
  return answer?.kind === 'see' || answer?.kind === 'leave' ? answer : null;
}

function keyOf({ path, fields }: Sent): string {
  const said = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([path, said]))
    .digest('base64');
}
