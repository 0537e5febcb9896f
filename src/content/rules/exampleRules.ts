import { exampleOfNoScenario } from './B321-example-of-no-scenario';
import { exampleWithoutWords } from './B322-example-without-words';
import { wordsWithoutExample } from './B323-words-without-example';
import { exampleFrozenTooLate } from './B324-example-frozen-too-late';
import { exampleTwice } from './B325-example-twice';
import type { ExampleRule } from './exampleRule';

export const EXAMPLE_RULES: readonly ExampleRule[] = [
  exampleOfNoScenario,
  exampleWithoutWords,
  wordsWithoutExample,
  exampleFrozenTooLate,
  exampleTwice,
];
