import type { Texts } from '../../core/model/texts';

/** What is told about an example. */
export interface ExampleWords {
  /** For whoever chooses. */
  readonly name: string;
  readonly about: string;
  /** What to look for; gives away how the talk goes. */
  readonly looks: readonly string[];
  /** The title of the review: seen by all before they judge, so it gives nothing away. */
  readonly title: string;
}

export function exampleWords(texts: Texts, example: string): ExampleWords {
  const word = (part: keyof ExampleWords) => texts(`examples.${example}.${part}`);
  return { name: word('name'), about: word('about'), looks: word('looks').split('\n'), title: word('title') };
}
