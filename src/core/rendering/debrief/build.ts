import { FEWEST_WORDS, saidLiterally, wordCount } from '../../dialogue/concerns';
import { matchesAny } from '../../dialogue/selectors';
import { ENDINGS, METERS, type Turn } from '../../model/conversation';
import type { Debrief, DebriefAttempt, DebriefEnding, MeterLine, MissedConcern } from '../../model/debrief';
import type { Scenario } from '../../model/scenario';
import { DOMAINS, type Rubric, type Scorecard } from '../../model/scoring';
import { PREPARATION_QUESTIONS } from '../../model/session';
import { attentionPoints } from './attention';
import { harmsOf, shownHarms, withHabits } from './harms';
import { keep, type Praise } from './highlights';
import { withoutFairQuestions } from './inARow';
import { practise } from './practise';
import { settledMatters } from './settled';
import { tellStory } from './story';
import { saidBy } from './transcript';
import { turningPoints } from './turningPoints';
import { weakestMoment } from './weakest';

/** More would spoil the next talk. */
const MOST_UNTOLD = 4;

export interface DebriefMaterial {
  readonly scenario: Scenario;
  readonly rubric: Rubric;
  readonly turns: readonly Turn[];
  readonly scorecard: Scorecard;
  readonly attempt: DebriefAttempt;
}

/** Draws the feedback on a talk from what was recorded of it. Pure: the same talk gives the same debrief. */
export function buildDebrief({ scenario, rubric, turns, scorecard, attempt }: DebriefMaterial): Debrief {
  const { texts } = scenario;
  // The marks keep every quote they rest on; only what is held up to learn from leaves fair questions out.
  const fair = withoutFairQuestions(scenario, scorecard, turns);
  const harms = harmsOf(rubric, fair, turns);
  const settled = settledMatters(scenario, turns);
  const practice = practise(rubric, fair, turns, harms, settled);
  const open = new Set(turns.flatMap((turn) => turn.disclosed));
  const wordsOf = (id: string) => texts.disclosures[id] ?? { told: id, key: '' };
  return {
    attempt: attempt.id,
    scenario: { id: scenario.id, title: texts.title, persona: texts.persona.name },
    ending: endingOf(scenario, turns, attempt),
    settled,
    harms: withHabits(shownHarms(harms), turns),
    story: tellStory(scenario, turns),
    attention: attentionPoints(rubric, turns),
    missedConcerns: scorecard.missedConcerns.map((id) => missedConcern(scenario, turns, id)),
    enoughSaid: scorecard.criteria.some((mark) => mark.level !== 'not-seen'),
    meters: METERS.map((meter): MeterLine => ({ meter, values: valuesOf(turns, (m) => m[meter]) })),
    turningPoints: turningPoints(turns),
    domains: DOMAINS.map((domain) => ({
      domain,
      marks: scorecard.criteria.filter((mark) => mark.domain === domain),
    })),
    keep: keep(rubric, scorecard, turns, practice).map((item) => ({
      ...item,
      about: broughtUp(scenario, turns, item),
    })),
    practise: practice,
    weakest: weakestMoment(scenario, turns, fair, harms[0] ?? practice?.against ?? null),
    told: scenario.disclosures.filter(({ id }) => open.has(id)).map(({ id }) => wordsOf(id).told),
    untold: withinReach(scenario, open).map(({ id }) => wordsOf(id)),
    unsure: scorecard.unsure.map(({ turn, sentence, quote }) => ({ turn, sentence, quote })),
    preparation: PREPARATION_QUESTIONS.flatMap((question) => {
      const answer = attempt.preparation[question]?.trim();
      return answer ? [{ question, answer }] : [];
    }),
    transcript: turns.map((turn) => ({ turn: turn.number, reply: turn.text, persona: saidBy(turn) })),
    hints: scorecard.hints,
    examples: scorecard.examples,
    helpLines: scenario.heavy ? scenario.helpLines : [],
    sources: [...new Set([...scenario.sources, ...scorecard.criteria.map((mark) => mark.tip.source)])],
  };
}

/** What could have been told next, from the first layer on; the deeper ones keep their secret for another talk. */
function withinReach(scenario: Scenario, open: ReadonlySet<string>): Scenario['disclosures'] {
  return scenario.disclosures
    .filter(({ id, after }) => !open.has(id) && after.every((earlier) => open.has(earlier)))
    .slice(-MOST_UNTOLD);
}

function endingOf(scenario: Scenario, turns: readonly Turn[], attempt: DebriefAttempt): DebriefEnding {
  const outcome = 'rolePlay' in attempt ? attempt.rolePlay : attempt;
  const ending = ENDINGS.find((known) => known === outcome.ending) ?? turns.at(-1)?.ending ?? null;
  const words = ending ? scenario.texts.endings[ending] : undefined;
  return {
    ending,
    title: words?.title ?? null,
    story: words?.story ?? null,
    reason: outcome.reason ? (scenario.texts.reasons[outcome.reason] ?? null) : null,
  };
}

/** Which concern a sentence brought up, in words. */
function broughtUp(scenario: Scenario, turns: readonly Turn[], { turn, sentence }: Praise): string {
  const said = turns.find(({ number }) => number === turn);
  const first = said?.named?.find((item) => item.sentence === sentence && said.raised.includes(item.concern));
  return first ? (scenario.texts.concerns[first.concern]?.label ?? '') : '';
}

function missedConcern(scenario: Scenario, turns: readonly Turn[], id: string): MissedConcern {
  const words = scenario.texts.concerns[id];
  const concern = scenario.concerns.find((item) => item.id === id);
  const named = concern?.named ?? [];
  const softly = concern?.softly ?? [];
  const soft = turns.flatMap((turn) =>
    turn.understanding.sentences
      .filter(
        ({ topics, text }) => wordCount(text) >= FEWEST_WORDS && saidLiterally(topics, [...softly, ...named]),
      )
      .map(({ span }) => ({ turn: turn.number, quote: turn.text.slice(span.start, span.end) })),
  )[0];
  const blamed = turns.some(({ understanding }) =>
    understanding.sentences.some(
      ({ topics, reading }) =>
        saidLiterally(topics, named) && matchesAny(['family:hurt', 'family:pressure'], reading),
    ),
  );
  return {
    id,
    label: words?.label ?? id,
    missed: words?.missed ?? '',
    blamed,
    softly: blamed ? null : (soft ?? null),
    say: words?.say ?? null,
  };
}

function valuesOf(turns: readonly Turn[], value: (meters: Turn['meters']) => number): readonly number[] {
  const [first] = turns;
  return first ? [value(first.before), ...turns.map((turn) => value(turn.meters))] : [];
}
