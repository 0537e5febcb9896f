import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Visit } from './tokens';

/** Binds the forms of our pages to the browser they were made for: another site cannot know the token. */
export interface FormTokens {
  issue(visit: Visit): string;
  holds(visit: Visit, token: string | undefined): boolean;
}

export function createFormTokens(secret: string): FormTokens {
  const key = createHash('sha256').update(`form tokens of ${secret}`).digest();
  const issue = ({ learner, visit }: Visit) =>
    createHmac('sha256', key)
      .update(JSON.stringify([learner, visit]))
      .digest('base64url');
  return {
    issue,
    holds(visit, token) {
      const [given, expected] = [token ?? '', issue(visit)].map((text) => Buffer.from(text));
      return given?.length === expected?.length && timingSafeEqual(given!, expected!);
    },
  };
}
