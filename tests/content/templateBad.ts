import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wanted } from '../../src/content/diagnostics';
import { loadScenario } from '../../src/content/loadScenario';
import { loadKnownWords, loadLexicon } from '../../src/content/understanding';
import { ground } from '../support/smallScenario';

const root = join(__dirname, '..', '..');
const understanding = join(root, 'locales', 'nl', 'understanding');
const template = (name: string) =>
  readFileSync(join(root, 'scenarios', 'template', name), 'utf8').replace(/__ID__/g, 'sound');

/** The scenario that `new` writes: small, complete, and without a single finding. */
export const TEMPLATE_FILES = {
  scenario: template('scenario.template.yaml'),
  texts: template('texts.template.yaml'),
};

const lexicon = loadLexicon(understanding);
const GROUND = {
  ...ground(),
  topics: lexicon.topics,
  language: { jargon: lexicon.jargon, known: loadKnownWords(understanding) },
};

export function loadTemplate(
  scenario = TEMPLATE_FILES.scenario,
  texts = TEMPLATE_FILES.texts,
  wanted: Wanted = 'all',
) {
  const files = [
    { file: 'scenario.yaml', text: scenario },
    { file: 'texts.yaml', text: texts },
  ] as const;
  return loadScenario(...files, GROUND, null, wanted);
}

export interface BadExample {
  readonly in: 'scenario' | 'texts';
  readonly change: readonly [string, string];
  /** Words on the line where it must be found. */
  readonly at: string;
}

/** One bad example for each diagnostic about how a scenario works and reads: one change to the template. */
export const TEMPLATE_BAD: Readonly<Record<string, BadExample>> = {
  B115: {
    in: 'scenario',
    change: [
      '{ id: drawing, when: { climate: [open] }',
      '{ id: drawing, when: { climate: [open], meters: { trust: { max: 20 } } }',
    ],
    at: 'id: drawing',
  },
  B116: {
    in: 'scenario',
    change: [
      '    - { id: agreed, ending: agreement }',
      '    - { id: agreed, ending: agreement }\n    - { id: next-week, ending: agreement, weight: 2 }',
    ],
    at: 'id: agreed',
  },
  B117: {
    in: 'scenario',
    change: [
      'when: { phase: [agreeing], raised: [alone-at-night] } }',
      'when: { raised: [alone-at-night], unraised: [alone-at-night] } }',
    ],
    at: 'ending: agreement, at: stop',
  },
  B118: {
    in: 'scenario',
    change: [
      'when: { climate: [guarded, open], meters: { trust: { min: 36 } } }',
      'when: { climate: [closed], meters: { trust: { min: 36 }, tension: { max: 30 } } }',
    ],
    at: 'climate: [closed], meters: { trust: { min: 36 }',
  },
  B119: {
    in: 'scenario',
    change: [
      "moves: [name-concern, 'family:question', reflect, 'family:concern']",
      'moves: [other, threaten]',
    ],
    at: 'id: alone-at-night',
  },
  B120: {
    in: 'scenario',
    change: ['exploring: { turn: { min: 2 } }', 'exploring: { turn: { min: 30 } }'],
    at: 'exploring',
  },
  B121: {
    in: 'texts',
    change: [
      'unraised: [alone-at-night], turn: { min: 4 }',
      'unraised: [alone-at-night], turn: { min: 4, max: 2 }',
    ],
    at: 'Noem rustig',
  },
  B122: {
    in: 'texts',
    change: ['Goed dat u dat zegt.', 'In onze cultuur zegt men dat niet.'],
    at: 'cultuur',
  },
  B123: { in: 'texts', change: ['Goed dat u dat zegt.', 'Zij is van de tweede generatie.'], at: 'generatie' },
  B124: {
    in: 'texts',
    change: ['Reageer eerst op wat ze net zei.', 'Bespreek eerst de casus.'],
    at: 'casus',
  },
  B125: {
    in: 'texts',
    change: [
      'Hij tekent graag.',
      'Hij tekent graag met de potloden die hij vorig jaar van zijn tante kreeg toen wij daar drie weken logeerden omdat ons huis werd geschilderd door de mannen van de verhuurder.',
    ],
    at: 'Hij tekent graag met',
  },
  B126: {
    in: 'texts',
    change: [
      'goal: Begrijp wat er thuis speelt, en',
      'goal: Begrijp goed wat er thuis bij deze moeder en haar zoon de laatste maanden allemaal speelt en gebeurt, en',
    ],
    at: 'goal',
  },
  B127: {
    in: 'texts',
    change: ['- Niemand vroeg dat ooit.', '- Dat doet me goed!'],
    at: 'Dat doet me goed!',
  },
  B128: { in: 'scenario', change: ["moves: ['any:neutral']", 'moves: [explain]'], at: 'warm-closed' },
  B129: {
    in: 'scenario',
    change: [
      '{ id: about-work, when: { topics: [work] } }',
      '{ id: about-work, when: { topics: [work], climate: [open] } }',
    ],
    at: 'topics: [noah',
  },
  B130: {
    in: 'texts',
    change: ['  - text: Reageer eerst op wat ze net zei.\n', ''],
    at: 'Wat weet u nog niet',
  },
  B131: {
    in: 'texts',
    change: ['Ik bel mijn zus vanavond.', 'Ik bel mijn zus Jolanda vanavond.'],
    at: 'Jolanda',
  },
  B132: { in: 'scenario', change: ['heavy: false', 'heavy: true'], at: 'heavy' },
  B133: { in: 'scenario', change: ['sources: [KIS 2021, Bijlage 1]', 'sources: []'], at: 'sources' },
  B134: {
    in: 'texts',
    change: ['    - (zucht) Dat ziet u goed.\n    - Niemand vroeg dat ooit.\n', ''],
    at: '',
  },
};
