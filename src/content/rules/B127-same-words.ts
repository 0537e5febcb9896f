import type { Rule } from './rule';
import { beginningOf, personaTexts } from './texts';

export const sameWords: Rule = {
  code: 'B127',
  severity: 'warning',
  why: 'No variant is said twice in a talk, but the same words under two names would be.',
  check: ({ texts }) => {
    const first = new Map<string, string>();
    return personaTexts(texts.data).flatMap(({ path, text }) => {
      const words = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const name = path.slice(1).join(' › ');
      const earlier = first.get(words);
      if (earlier === undefined) {
        first.set(words, name);
        return [];
      }
      return [
        {
          in: 'texts' as const,
          path,
          what: `"${beginningOf(text)}" says the same as ${earlier}`,
          fix: 'Say it in other words.',
        },
      ];
    });
  },
};
