import type { Move } from '../../core/model/moves';
import type { Scenario } from '../../core/model/scenario';
import type { RolePlayState } from '../../core/model/session';
import type { BankSentence } from './bank';
import type { Draw } from './draw';
import { pick } from './random';

export const POLICIES = [
  'excellent',
  'average',
  'curt',
  'moralising',
  'avoiding',
  'flattering',
  'silent',
  'random',
] as const;
export type PolicyName = (typeof POLICIES)[number];

/** What a simulated learner sees before each reply. */
export interface Moment {
  readonly scenario: Scenario;
  readonly state: RolePlayState;
  /** The number of the reply to come, from 1. */
  readonly turn: number;
  /** Topics in what the persona said last. */
  readonly heard: readonly string[];
}

/** What a simulated learner does next. `leave` takes leave. */
export type Doing =
  | { readonly kind: 'say'; readonly sentences: readonly (BankSentence | null)[] }
  /** Words that nobody can make anything of. */
  | { readonly kind: 'mumble'; readonly sentence: BankSentence | null }
  | { readonly kind: 'silence' }
  | { readonly kind: 'leave' };

/** A way of talking: a seeded mix of labelled sentences that suits the moment. */
export type Policy = (moment: Moment, draw: Draw) => Doing;

type Mix = Readonly<Partial<Record<Move, number>>>;

const say = (...sentences: readonly (BankSentence | null)[]): Doing => ({ kind: 'say', sentences });

/** What a professional is open about, whatever the case. */
const HONESTY: readonly string[] = ['privacy', 'law', 'safety', 'institutions'];

const RECOGNITION: Mix = { acknowledge: 4, reflect: 4, affirm: 2 };

/** Contact first, then listening; both concerns from trust; only then goals and plans. */
const excellent: Policy = (moment, draw) => {
  const { scenario, state, turn, heard } = moment;
  const hard = concernTopics(scenario);
  if (turn === 1) return say(draw.sentence('contact', { not: hard }), introduces(draw, hard));
  if (turn > 20 && draw.chance(0.3)) return { kind: 'leave' };
  const open = scenario.concerns.find(({ id }) => !state.memory.raised.includes(id));
  if (open && (state.memory.meters.trust >= 50 || turn >= 12)) return raises(open.topics, moment, draw);
  if (open) return listens(hard, moment, draw);
  return goesOn(hard, heard, moment, draw);
};

const introduces = (draw: Draw, not: readonly string[]) =>
  draw.sentence({ contact: 2, 'own-frame': 1, 'give-space': 1, explain: 2 }, { not });

/** Before there is trust: recognise what was said, show oneself, ask on; the hard subject can wait. */
function listens(not: readonly string[], { heard }: Moment, draw: Draw): Doing {
  const recognised = draw.sentence(RECOGNITION, { about: heard, not });
  if (draw.chance(0.15)) return say(recognised);
  const more: Mix = { 'open-question': 6, 'own-frame': 3, 'give-space': 1, explain: 0.5 };
  return say(recognised, draw.sentence(more, { about: heard, not }));
}

/** With trust: ask leave or ask, or say it plainly; be honest about what happens with it. */
function raises(only: readonly string[], { heard }: Moment, draw: Draw): Doing {
  const way = draw.sentence({ 'give-space': 1, 'open-question': 2, 'name-concern': 4 }, { only });
  const honest = draw.chance(0.3) ? draw.sentence('explain', { only: HONESTY }) : null;
  return say(
    draw.sentence(RECOGNITION, { about: heard }),
    way ?? draw.sentence('name-concern', { only }),
    honest,
  );
}

/** When it is on the table: stay with it as long as something wants to be told, then build the bridge. */
function goesOn(hard: readonly string[], heard: readonly string[], moment: Moment, draw: Draw): Doing {
  const { state, scenario, turn } = moment;
  const { trust, understood } = state.memory.meters;
  const untold = reachable(scenario, state);
  const recognised = draw.sentence(RECOGNITION, { about: heard });
  if (draw.chance(0.15)) {
    const aside: Mix = { 'open-question': 2, 'closed-question': 1 };
    return say(recognised, draw.sentence(aside, { only: anySubject(scenario, draw) }));
  }
  if (untold.length > 0 && turn < 18 && (trust < 66 || understood < 60 || draw.chance(0.5))) {
    if (draw.chance(0.2)) return say(recognised, draw.sentence('name-concern', { only: hard }));
    if (draw.chance(0.15)) return say(recognised);
    const asks: Mix = { 'open-question': 5, reflect: 1, 'give-space': 1, 'own-frame': 1 };
    return say(recognised, draw.sentence(asks, { about: [...untold, ...heard] }));
  }
  const together = draw.sentence({ 'shared-goal': 3, collaborate: 3, network: 2, hope: 1 }, { about: hard });
  const honest = draw.chance(0.2) ? draw.sentence('explain', { only: HONESTY }) : null;
  return say(draw.chance(0.7) ? recognised : null, together, honest);
}

/** Means well, asks many closed questions, slips now and then, raises what must be raised about half the time. */
const average: Policy = ({ scenario, state, turn, heard }, draw) => {
  const hard = concernTopics(scenario);
  if (turn === 1)
    return say(
      draw.sentence('contact', { not: hard }),
      draw.sentence({ explain: 2, 'closed-question': 1, 'open-question': 1 }),
    );
  if (turn > 13 && draw.chance(0.25)) return { kind: 'leave' };
  const open = scenario.concerns.find(({ id }) => !state.memory.raised.includes(id));
  if (open && turn >= 4 && draw.chance(0.15)) {
    return say(
      draw.sentence({ 'closed-question': 2, 'name-concern': 1, 'open-question': 1 }, { only: open.topics }),
    );
  }
  const slips: Mix = { 'impose-advice': 4, minimise: 3, 'leading-question': 2, argue: 2, judge: 1 };
  const first = draw.chance(0.16) ? draw.sentence(slips, { about: heard }) : null;
  const ordinary: Mix = {
    'own-frame': 1,
    acknowledge: 4,
    reflect: 1,
    affirm: 1,
    explain: 3,
    contact: 1,
    other: 1,
    'give-space': 1,
  };
  const plans: Mix = { collaborate: 2, 'shared-goal': 1, hope: 1, network: 1 };
  return say(
    first ?? draw.sentence(turn > 7 && draw.chance(0.3) ? plans : ordinary, { about: heard }),
    draw.chance(0.65) ? draw.sentence({ 'closed-question': 4, 'open-question': 4 }, { about: heard }) : null,
  );
};

/** Facts only: one closed question after another, the hard ones included. */
const curt: Policy = ({ scenario, state, turn, heard }, draw) => {
  if (turn > 11 && draw.chance(0.4)) return { kind: 'leave' };
  if (turn > 1 && draw.chance(0.6))
    return say(draw.sentence({ 'closed-question': 4, explain: 1 }, { only: anySubject(scenario, draw) }));
  const open = scenario.concerns.find(({ id }) => !state.memory.raised.includes(id));
  if (turn > 1 && open && draw.chance(0.35))
    return say(draw.sentence('closed-question', { only: open.topics }));
  if (turn === 1) return say(draw.sentence({ explain: 2, 'closed-question': 1 }));
  return say(
    draw.sentence(
      { 'closed-question': 7, explain: 2, other: 1.5, 'impose-advice': 0.5, collaborate: 0.7 },
      { about: heard },
    ),
  );
};

/** Judges, knows better and threatens. */
const moralising: Policy = ({ scenario, turn, heard }, draw) => {
  if (turn > 14) return { kind: 'leave' };
  const mix: Mix = {
    judge: 5,
    argue: 4,
    'impose-advice': 4,
    'leading-question': 3,
    stereotype: 2.5,
    threaten: 2,
    'closed-question': 2,
    'name-concern': 1,
    explain: 1,
    acknowledge: 0.5,
  };
  const about = turn > 2 && draw.chance(0.5) ? anySubject(scenario, draw) : heard;
  return say(draw.sentence(mix, { about }), draw.chance(0.5) ? draw.sentence(mix, { about: heard }) : null);
};

/** Friendly, and around the subject: it will be all right, it is nobody's business. */
const avoiding: Policy = ({ scenario, turn, heard }, draw) => {
  const not = concernTopics(scenario);
  if (turn > 11 && draw.chance(0.35)) return { kind: 'leave' };
  if (turn === 1)
    return say(draw.sentence('contact', { not }), draw.sentence({ contact: 1, other: 1 }, { not }));
  const mix: Mix = {
    contact: 3,
    minimise: 3,
    condone: 2.5,
    acknowledge: 2,
    affirm: 2,
    hope: 1,
    'open-question': 2,
    'closed-question': 1,
    other: 1,
  };
  return say(
    draw.sentence(mix, { about: heard, not }),
    draw.chance(0.5) ? draw.sentence(mix, { about: heard, not }) : null,
  );
};

/** One compliment after another. */
const flattering: Policy = ({ scenario, turn, heard }, draw) => {
  const not = concernTopics(scenario);
  if (turn > 11 && draw.chance(0.35)) return { kind: 'leave' };
  if (turn === 1) return say(draw.sentence('contact', { not }), draw.sentence('affirm', { not }));
  const mix: Mix = { affirm: 7, contact: 2, condone: 1.5, hope: 1, acknowledge: 1 };
  return say(
    draw.sentence(mix, { about: heard, not }),
    draw.chance(0.5) ? draw.sentence(mix, { about: heard, not }) : null,
  );
};

/** Says next to nothing, or mumbles on. */
const silent: Policy = ({ turn, state }, draw) => {
  if (turn === 1) return say(draw.sentence('contact'));
  const mumbles = state.memory.puzzled > 0 ? 0.4 : 0.06;
  if (draw.chance(mumbles)) return { kind: 'mumble', sentence: draw.sentence('other') };
  if (draw.chance(0.5)) return { kind: 'silence' };
  return say(draw.sentence({ other: 6, 'give-space': 1, 'closed-question': 1 }));
};

/** Anything at all, as often by what it is about as by chance: what few speak of comes up as well. */
const random: Policy = ({ scenario }, draw) => {
  const dice = draw.random();
  if (dice < 0.05) return { kind: 'silence' };
  if (dice < 0.06) return { kind: 'leave' };
  const anything = () =>
    (draw.chance(0.8) ? draw.anything({ only: anySubject(scenario, draw) }) : null) ?? draw.anything();
  return say(anything(), draw.chance(0.5) ? anything() : null, draw.chance(0.2) ? anything() : null);
};

export const POLICY: Readonly<Record<PolicyName, Policy>> = {
  excellent,
  average,
  curt,
  moralising,
  avoiding,
  flattering,
  silent,
  random,
};

function anySubject(scenario: Scenario, draw: Draw): readonly string[] {
  const topic = pick(draw.random, scenario.topics);
  return topic ? [topic.id] : [];
}

function concernTopics(scenario: Scenario): readonly string[] {
  return [...new Set(scenario.concerns.flatMap(({ topics }) => topics))];
}

/** Topics of what has not been told yet and waits for nothing else. */
function reachable(scenario: Scenario, { memory }: RolePlayState): readonly string[] {
  return scenario.disclosures
    .filter(
      ({ id, after }) =>
        !memory.disclosed.includes(id) && after.every((other) => memory.disclosed.includes(other)),
    )
    .flatMap(({ topics }) => topics);
}
