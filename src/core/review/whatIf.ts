import { type Ear, hear, MAX_REPLY, type NotAReply, notForThePersona } from '../deciding/hearing';
import type { StagedScenario } from '../deciding/playbook';
import { openTalk, playTurn } from '../dialogue/playTurn';
import type { Turn } from '../model/conversation';
import type { Correction } from '../model/correction';
import type { BroughtSentence, VariantOutcome } from '../model/review';
import type { Scenario } from '../model/scenario';
import type { Rubric, Scorecard } from '../model/scoring';
import type { RolePlayState } from '../model/session';
import type { PersonalData, Understanding } from '../model/understanding';
import { saidBy } from '../rendering/debrief/transcript';
import { changedLevels, withCorrections } from '../scoring/corrections';
import { score } from '../scoring/score';
import type { TopicFinder } from '../understanding/topics';
import { understand } from '../understanding/understand';

/** Another reply at a turn of a talk, and what would have come of it; or why it is no reply there. */
export type TriedReply =
  | {
      readonly kind: 'tried';
      readonly sentences: readonly BroughtSentence[];
      /** Null where nobody answers. */
      readonly outcome: VariantOutcome | null;
      /** Found in the words that were typed. */
      readonly personalData: readonly PersonalData[];
    }
  | { readonly kind: 'no-reply'; readonly why: NotAReply | 'empty' }
  /** The talk has no such turn. */
  | { readonly kind: 'no-turn' };

/** A talk with a persona, as it was recorded. */
export interface RecordedTalk {
  readonly play: StagedScenario;
  readonly turns: readonly Turn[];
  /** Readings that the learner contested; the card is made with them. */
  readonly corrections: readonly Correction[];
}

/** What reading and judging a reply takes. */
export interface TryTools extends Ear {
  readonly rubric: Rubric;
}

/**
 * Plays a talk again up to a turn and says something else there. What was understood before is not read anew, and
 * the reply that was really given is played too, so that both answers come from the very same moment. Pure: the same
 * talk and text give the same outcome, and the talk itself stays as it is.
 */
export function whatIf(
  { play, turns, corrections }: RecordedTalk,
  number: number,
  typed: string,
  tools: TryTools,
): TriedReply {
  const text = typed.trim();
  if (text === '') return { kind: 'no-reply', why: 'empty' };
  const at = turns.findIndex((turn) => turn.number === number);
  const original = turns[at];
  if (!original) return { kind: 'no-turn' };
  const moment = momentAt(play, turns.slice(0, at));
  const heard = hear(tools, play, text, moment.state.memory.lastSaid);
  if (heard.kind === 'aside') return { kind: 'no-reply', why: heard.why };
  const { understanding } = heard;
  const before = again(play, moment.state, original);
  const now = playTurn(play, moment.state, text, understanding, original.hints).turn;
  const { scenario } = play;
  const judge = (last: Turn, meant: readonly Correction[]) =>
    score(tools.rubric, withCorrections([...moment.turns, last], meant, scenario.concerns));
  const cards = {
    original: judge(before.turn, corrections),
    // What the learner meant by their own words says nothing of other words.
    now: judge(
      now,
      corrections.filter(({ turn }) => turn !== number),
    ),
  };
  return {
    kind: 'tried',
    sentences: sentencesOf(understanding),
    outcome: compared(scenario, before.turn, now, cards),
    personalData: understanding.signals.personalData,
  };
}

/** A sentence for a real talk, where nobody can tell what would have been answered: only what it does is read. */
export function readOnly(
  typed: string,
  personaLine: string,
  tools: Ear & { readonly topics: TopicFinder },
): TriedReply {
  const text = typed.trim();
  if (text === '') return { kind: 'no-reply', why: 'empty' };
  if (text.length > MAX_REPLY) return { kind: 'no-reply', why: 'tooLong' };
  const context = { personaLine: personaLine === '' ? null : personaLine };
  const understanding = understand(text, context, tools.recogniser, tools.lexicon, tools.topics);
  const why = notForThePersona(understanding.signals);
  if (why) return { kind: 'no-reply', why };
  const { personalData } = understanding.signals;
  return { kind: 'tried', sentences: sentencesOf(understanding), outcome: null, personalData };
}

interface Moment {
  readonly state: RolePlayState;
  readonly turns: readonly Turn[];
}

function momentAt(play: StagedScenario, turns: readonly Turn[]): Moment {
  const start: Moment = { state: openTalk(play, play.scenario.id).state, turns: [] };
  return turns.reduce((moment, turn): Moment => {
    const played = again(play, moment.state, turn);
    return { state: played.state, turns: [...moment.turns, played.turn] };
  }, start);
}

/** A recorded turn, as it was understood then. */
function again(play: StagedScenario, state: RolePlayState, { text, understanding, hints }: Turn) {
  return playTurn(play, state, text, understanding, hints);
}

function sentencesOf({ sentences }: Understanding): readonly BroughtSentence[] {
  return sentences.map(({ span, reading, moves, topics }) => ({
    span,
    reading,
    moves,
    topics: [...new Set(topics.map(({ topic }) => topic))],
  }));
}

function compared(
  { texts }: Scenario,
  original: Turn,
  now: Turn,
  cards: { readonly original: Scorecard; readonly now: Scorecard },
): VariantOutcome {
  const levels = new Map(cards.original.criteria.map(({ id, level }) => [id, level]));
  const differ = new Set(changedLevels(cards.original, cards.now));
  return {
    answer: saidBy(now),
    before: now.before,
    meters: now.meters,
    original: original.meters,
    levels: cards.now.criteria
      .filter(({ id }) => differ.has(id))
      .map(({ id, level }) => ({ criterion: id, original: levels.get(id) ?? 'not-seen', now: level })),
    told: now.disclosed
      .filter((id) => !original.disclosed.includes(id))
      .map((id) => texts.disclosures[id]?.told ?? id),
    ending: now.ending && (texts.endings[now.ending]?.title ?? now.ending),
  };
}
