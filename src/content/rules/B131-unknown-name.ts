import { plainLetters } from '../../core/understanding/words';
import type { Rule } from './rule';
import { personaTexts, sentencesIn } from './texts';

export const unknownName: Rule = {
  code: 'B131',
  severity: 'warning',
  why: 'A learner who repeats a name of the case must not be warned that it is personal data.',
  check: ({ scenario, texts, language }) => {
    const known = new Set(scenario.data.names.flatMap((name) => name.split(/\s+/)).map(plainLetters));
    const seen = new Set<string>();
    return personaTexts(texts.data).flatMap(({ path, text }) =>
      sentencesIn(text)
        .flatMap(capitalised)
        .filter((name) => !known.has(plainLetters(name)) && !language.known.has(plainLetters(name)))
        .filter((name) => !seen.has(name) && seen.add(name))
        .map((name) => ({
          in: 'texts' as const,
          path,
          what: `the name "${name}" is not among the names of the scenario`,
          fix: `Add "${name}" to "names", or leave it out.`,
        })),
    );
  },
};

/** Words with a capital that do not begin a sentence or a quotation; places ("in …", "uit …") are nobody's data. */
const NAME = /(?<=[\p{L},] )(?<!\b(?:[iI]n|[uU]it|[nN]aar) )\p{Lu}\p{Ll}[\p{Lu}\p{Ll}]+/gu;

function capitalised(sentence: string): readonly string[] {
  return sentence.match(NAME) ?? [];
}
