import type { Condition, MoveSelector } from './condition';
import type { Climate, Ending, MeterChange, Meters, Phase } from './conversation';
import type { Move, Valence } from './moves';
import type { BankReply } from './replyBank';
import type { TopicWords } from './understanding';

/** The seven factors of diversity (KIS interview Achahchah). */
export const FACTORS = [
  'age',
  'ethnicity',
  'gender',
  'sexuality',
  'religion',
  'disability',
  'class',
] as const;
export type Factor = (typeof FACTORS)[number];

export const HELP_LINES = ['113', 'veilig-thuis', 'kindertelefoon'] as const;
export type HelpLine = (typeof HELP_LINES)[number];

/**
 * The place of a line in an answer.
 * `opening` is said when the talk begins; `answer` answers the very thing that was asked or proposed, before all else;
 * `reaction` answers what the sentence does; `content` answers what it is
 * about; `disclosure` opens something; `initiative` is the persona's own agenda; `puzzled` asks "wat bedoelt u?";
 * `silence` answers silence; `closing` belongs to an ending.
 */
export const SLOTS = [
  'opening',
  'answer',
  'reaction',
  'content',
  'disclosure',
  'initiative',
  'puzzled',
  'silence',
  'closing',
] as const;
export type Slot = (typeof SLOTS)[number];

/** A line the persona may say. Its words, in variants, live in the locale under the same id. */
export interface LineRule {
  readonly id: string;
  readonly slot: Slot;
  readonly when: Condition;
  /** Preferred among equally specific lines; default 1. */
  readonly weight: number;
  /** Turns before this line may come back; default 0. */
  readonly cooldown: number;
  /** For `disclosure` lines: what is told. For `closing` lines: the ending. */
  readonly opens?: string;
  readonly ending?: Ending;
  /** The line already answers or asks so much that nothing follows it. */
  readonly alone: boolean;
  /** For `answer` and `reaction` lines: it may stand beside an answer, in the same breath. */
  readonly joins: boolean;
  /** It goes round what was asked: never twice in a row, nor about the persona's own words. */
  readonly dodges: boolean;
  /** It says something about a subject but answers no pointed question about it: who, where, when, why, yes or no. */
  readonly broad: boolean;
  /** For `answer` lines: disclosures that may follow it at once. Others wait until something else was asked. */
  readonly leads: readonly string[];
  /** Matters to which the persona says yes by this line, in each of its variants. */
  readonly settles?: readonly string[];
}

/** Something the persona only tells when it is safe. */
export interface Disclosure {
  readonly id: string;
  /** Topics that lead to it; empty means any. */
  readonly topics: readonly string[];
  readonly when: Condition;
  readonly change: MeterChange;
  /** Earlier layers come first: disclosures that must be open already. */
  readonly after: readonly string[];
}

/** A safety matter that must come up: asked about or named on one of its topics by one of these moves. */
export interface Concern {
  readonly id: string;
  readonly topics: readonly string[];
  readonly moves: readonly MoveSelector[];
  /** Topics whose words name the matter itself: said in so many words they need no sure reading of the sentence. */
  readonly named?: readonly string[];
  /** Topics that take it back in the same breath ("ze wil heus niet dood"): such a sentence brings nothing up. */
  readonly unless?: readonly string[];
  /** Topics whose words touch the matter and hide it: they bring nothing up, and the debrief quotes them. */
  readonly softly?: readonly string[];
}

/** Something that must be settled before people part: what is agreed on it, and what stays open, ends the debrief. */
export interface Matter {
  readonly id: string;
  /** Left open, it is the next thing to practise. */
  readonly vital: boolean;
  /** Not missed when nobody spoke of it. */
  readonly optional: boolean;
  /** Said is done: it is something to know, and needs no yes. */
  readonly told: boolean;
  /** Only of interest when these disclosures were told. */
  readonly disclosed: readonly string[];
  /** It may be spoken of before those were told; only then it is missed. */
  readonly sooner: boolean;
  /** Matters with which it goes: with one of them agreed, nobody says that this stayed open. */
  readonly within: readonly string[];
}

/** Words that do something whatever the recogniser makes of the sentence around them, where it is not sure. */
export interface LiteralRule {
  /** Topics whose words these are; one of them in so many words is enough. */
  readonly topics: readonly string[];
  /** Topics that take it back in the same sentence. */
  readonly unless: readonly string[];
  /** The readings that give way. */
  readonly over: readonly MoveSelector[];
  readonly move: Move;
  /** What it is when the sentence asks. */
  readonly asked: Move;
}

export interface EndingRule {
  readonly ending: Ending;
  /** Looked at after every turn, or only when the learner ends the talk (`stop`, a goodbye, the last turn). */
  readonly at: 'turn' | 'stop';
  /** Names the reason in the debrief; words live in the locale. */
  readonly reason: string;
  readonly when: Condition;
}

/** One row of the effect table: `base` is the plain effect of a move; `special` rows replace it where they match. */
export interface EffectRule {
  readonly id: string;
  readonly when: Condition;
  readonly change: Meters;
  /** Damped by repetition of the same reading; repairs and interrogations are not. */
  readonly damped: boolean;
}

export interface EffectTable {
  readonly base: Readonly<Record<Move, Meters>>;
  readonly special: readonly EffectRule[];
  /** What is left of an effect at its n-th repetition (index 0 is the first time); the last value holds on. */
  readonly damping: readonly number[];
  /** How strongly building and breaking sentences land in each climate. */
  readonly scale: Readonly<Record<Climate, Readonly<Record<Valence, number>>>>;
  /** Of several sentences the persona reacts to the one with the highest number. */
  readonly salience: Readonly<Record<Move, number>>;
}

/** Meter limits between the climates, with hysteresis so that one word does not flip a mood. */
export interface ClimateLimits {
  /** Open when trust ≥ `trust` and tension ≤ `tension`. */
  readonly open: { readonly trust: number; readonly tension: number };
  /** Closed when trust ≤ `trust` or tension ≥ `tension`. */
  readonly closed: { readonly trust: number; readonly tension: number };
  readonly hysteresis: number;
}

/** Words of a scenario in one language; line texts may carry stage directions in round brackets. */
export interface ScenarioTexts {
  readonly title: string;
  readonly summary: string;
  readonly persona: { readonly name: string; readonly role: string };
  readonly briefing: {
    readonly role: string;
    readonly place: string;
    readonly known: readonly string[];
    readonly goal: string;
    readonly contentNote?: string;
  };
  readonly hints: readonly { readonly when: Condition; readonly text: string }[];
  readonly topics: Readonly<Record<string, { readonly label: string; readonly words: readonly string[] }>>;
  readonly disclosures: Readonly<Record<string, { readonly told: string; readonly key: string }>>;
  /** `say`: how it may be said. */
  readonly concerns: Readonly<
    Record<string, { readonly label: string; readonly missed: string; readonly say?: string | undefined }>
  >;
  readonly matters: Readonly<Record<string, MatterWords>>;
  readonly plans: PlanWords;
  readonly endings: Readonly<Record<string, { readonly title: string; readonly story: string }>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** Words of a matter: what it is called, by which a learner speaks of it, and by which the persona settles it. */
export interface MatterWords {
  readonly label: string;
  readonly words: readonly string[];
  readonly his: readonly string[];
  /** By which he says yes on a condition. */
  readonly ifs: readonly string[];
}

/** By which words a sentence looks ahead, and by which an answer is a plain yes or no yes at all. */
export interface PlanWords {
  readonly ahead: readonly string[];
  /** Asks about what is or was: no plan, whatever else is in it. */
  readonly behind: readonly string[];
  /** By which he takes one of two things that were laid before him. */
  readonly chooses: readonly string[];
  /** Takes up what the sentence before was about: "shall we do it together?" */
  readonly back: readonly string[];
  /** Asks whether all that was just named is agreed. */
  readonly asks: readonly string[];
  /** Keeps what the persona says of a matter from being settled. */
  readonly maybe: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** A thing or person that "hij" may go with, once it was named. */
export interface Thing {
  readonly id: string;
  /** Topics that name it. */
  readonly topics: readonly string[];
  /** Lines of the persona that name it although their condition has no such topic. */
  readonly lines: readonly string[];
  /** Topics that only say "hij" or "hem", and the topic each means when this was named last. */
  readonly means: Readonly<Record<string, string>>;
}

export interface Scenario {
  readonly id: string;
  readonly language: string;
  readonly minutes: number;
  readonly heavy: boolean;
  readonly helpLines: readonly HelpLine[];
  readonly factors: readonly Factor[];
  readonly sources: readonly string[];
  /** Names that belong to the case; a full name beside these is personal data. */
  readonly names: readonly string[];
  readonly start: Meters;
  readonly climate: ClimateLimits;
  /** The talk ends by itself after this many turns. */
  readonly maxTurns: number;
  /** When each phase begins; phases are entered in order. */
  readonly phases: Readonly<Record<Exclude<Phase, 'arrival'>, Condition>>;
  readonly effects: EffectTable;
  readonly topics: readonly TopicWords[];
  readonly disclosures: readonly Disclosure[];
  readonly concerns: readonly Concern[];
  readonly literally: readonly LiteralRule[];
  readonly things?: readonly Thing[];
  readonly matters: readonly Matter[];
  readonly endings: readonly EndingRule[];
  readonly lines: readonly LineRule[];
  /** Typical replies of learners; empty when nobody has written them yet. */
  readonly replies: readonly BankReply[];
  readonly texts: ScenarioTexts;
}

/** A line as it was chosen: the words follow from line and variant, and are kept so a transcript can be read alone. */
export interface PersonaUtterance {
  readonly line: string;
  readonly variant: number;
  readonly slot: Slot;
  readonly text: string;
}
