import type { StagedScenario } from '../../core/deciding/playbook';
import { openTalk } from '../../core/dialogue/playTurn';
import type { Turn } from '../../core/model/conversation';
import type { BroughtTurn, ReviewSource } from '../../core/model/review';
import type { Rubric } from '../../core/model/scoring';
import { saidBy } from '../../core/rendering/debrief/transcript';
import { OTHER_LETTER, type TalkToBring } from '../../core/review/bring';
import type { KnownPerson } from '../../core/review/hiding/sameOne';
import { letterOf } from '../../core/review/readReport';
import { readDebriefMaterial } from '../attempts';
import { evaluate } from '../evaluated';
import type { AttemptRecord, Store } from '../ports';

/** Something that somebody may show to a group, as only they have it. */
export interface Bringable {
  readonly source: ReviewSource;
  readonly whole: TalkToBring;
  /** Words that belong to the scenario: its people are nobody's. */
  readonly scenarioWords: ReadonlySet<string>;
  /** Whose names are known from how they are called in it. */
  readonly voices: readonly KnownPerson[];
}

export interface BringableParts {
  readonly store: Store;
  readonly rubric: Rubric;
  /** The scenario as it was when it was played; null when its content is gone. */
  readonly stage: (attempt: AttemptRecord) => Promise<StagedScenario | null>;
}

/** A talk of one's own that has ended; null when there is none of that name, or it is somebody else's. */
export async function attemptToBring(
  { store, rubric, stage }: BringableParts,
  owner: string,
  id: string,
): Promise<Bringable | null> {
  const material = await readDebriefMaterial(store, owner, id);
  if (!material?.scorecard || material.turns.length === 0) return null;
  const { attempt, turns } = material;
  const play = await stage(attempt);
  if (!play) return null;
  const { texts } = play.scenario;
  const { scorecard } = evaluate(rubric, play.scenario, material);
  const ending = attempt.ending === null ? undefined : texts.endings[attempt.ending];
  return {
    source: { kind: 'attempt', attempt: id },
    scenarioWords: play.names,
    voices: [],
    whole: {
      locale: attempt.locale,
      title: texts.title,
      scenario: { id: attempt.scenario, title: texts.title },
      other: { name: texts.persona.name, letter: letterOf(texts.persona.role, OTHER_LETTER) },
      opening: openTalk(play, play.scenario.id).opening.join(' '),
      turns: turns.map(broughtTurn),
      preparation: attempt.preparation,
      reflection: attempt.reflection,
      card: scorecard,
      ending: ending?.title ?? '',
    },
  };
}

/** As a turn was recorded, with what others may see of its understanding. */
export function broughtTurn(turn: Turn): BroughtTurn {
  return {
    ...{ number: turn.number, text: turn.text, answer: saidBy(turn) },
    sentences: turn.understanding.sentences.map(({ span, reading, moves, topics }) => ({
      ...{ span, reading, moves },
      topics: [...new Set(topics.map(({ topic }) => topic))],
    })),
    before: turn.before,
    meters: turn.meters,
  };
}
