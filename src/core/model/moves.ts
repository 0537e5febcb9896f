/**
 * What one sentence of a professional does to the other person.
 *
 * The twenty-four moves follow the tips and attention points of KIS 2021 (Bijlage 1 and §1.3), the bridge model
 * and KIS 2018 (Competenties); they stay close to the codes of MITI/MISC.
 */
export const MOVES = [
  'contact',
  'open-question',
  'closed-question',
  'acknowledge',
  'reflect',
  'affirm',
  'own-frame',
  'shared-goal',
  'give-space',
  'explain',
  'name-concern',
  'hope',
  'collaborate',
  'network',
  'leading-question',
  'judge',
  'stereotype',
  'threaten',
  'impose-advice',
  'argue',
  'minimise',
  'condone',
  'insult',
  'other',
] as const;

export type Move = (typeof MOVES)[number];

/** Whether a move builds the relation or the bridge, leaves it, or breaks or endangers it. */
export type Valence = 'builds' | 'neutral' | 'breaks';

export const VALENCE: Readonly<Record<Move, Valence>> = {
  contact: 'builds',
  'open-question': 'builds',
  'closed-question': 'neutral',
  acknowledge: 'builds',
  reflect: 'builds',
  affirm: 'builds',
  'own-frame': 'builds',
  'shared-goal': 'builds',
  'give-space': 'builds',
  explain: 'neutral',
  'name-concern': 'builds',
  hope: 'builds',
  collaborate: 'builds',
  network: 'builds',
  'leading-question': 'breaks',
  judge: 'breaks',
  stereotype: 'breaks',
  threaten: 'breaks',
  'impose-advice': 'breaks',
  argue: 'breaks',
  minimise: 'breaks',
  condone: 'breaks',
  insult: 'breaks',
  other: 'neutral',
};

/** Related moves; when no single move is sure enough, the family may be. `other` has no family. */
export const FAMILIES = {
  question: ['open-question', 'closed-question'],
  recognition: ['acknowledge', 'reflect', 'affirm'],
  contact: ['contact', 'own-frame'],
  space: ['give-space'],
  together: ['shared-goal', 'hope', 'collaborate', 'network'],
  information: ['explain'],
  concern: ['name-concern'],
  pressure: ['leading-question', 'argue', 'impose-advice', 'threaten'],
  hurt: ['judge', 'stereotype', 'insult'],
  avoidance: ['minimise', 'condone'],
} as const satisfies Record<string, readonly Move[]>;

export type Family = keyof typeof FAMILIES;

export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

/** The valence all moves of a family share; a question family is neutral because its moves differ. */
export const FAMILY_VALENCE: Readonly<Record<Family, Valence>> = {
  question: 'neutral',
  recognition: 'builds',
  contact: 'builds',
  space: 'builds',
  together: 'builds',
  information: 'neutral',
  concern: 'builds',
  pressure: 'breaks',
  hurt: 'breaks',
  avoidance: 'breaks',
};

const FAMILY_OF = new Map<Move, Family>(
  FAMILY_NAMES.flatMap((family) => FAMILIES[family].map((move): [Move, Family] => [move, family])),
);

export function familyOf(move: Move): Family | null {
  return FAMILY_OF.get(move) ?? null;
}
