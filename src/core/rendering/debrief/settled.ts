import { matchesAny } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { Settled, SpokenMatter } from '../../model/debrief';
import type { Matter, MatterWords, PlanWords, Scenario } from '../../model/scenario';
import type { Sentence } from '../../model/understanding';
import { isSecondChoice, offersChoice } from '../../understanding/asking';
import { wordsOf } from '../../understanding/words';
import { answerOf, shortAnswer, withHands } from './answers';
import { plainYes, saysOneOf } from './sayings';
import { saidBy } from './transcript';
import { agreeingLines, BARE_YES, yesToOneSentence } from './yeses';

/** So few words can only go on about what was said before: "Goed. En u?" */
const FEW_WORDS = 8;

/** What was agreed, what was only proposed, and what stayed open, by what was really said. */
export function settledMatters(scenario: Scenario, turns: readonly Turn[]): Settled {
  const { plans, matters: words } = scenario.texts;
  const isAhead = looksAheadBy(plans);
  const saysYes = plainYes(plans.yes, plans.no);
  const mayBe = saysOneOf(plans.maybe);
  const chooses = saysOneOf(plans.chooses);
  const pointsBack = saysOneOf(plans.back);
  const told = new Set(turns.flatMap(({ disclosed }) => disclosed));
  // What was told in the last answer could not be settled any more.
  const toldInTime = new Set(turns.slice(0, -1).flatMap(({ disclosed }) => disclosed));
  const known = scenario.matters.flatMap((matter) => {
    const named = words[matter.id];
    const spokenOf = matter.sooner || matter.disclosed.every((id) => told.has(id));
    return named && spokenOf && !isTold(matter, named, turns) ? [{ matter, named }] : [];
  });
  const settlers = known.map(({ matter, named }) => ({ id: matter.id, settles: saysOneOf(named.his) }));
  const settlesOther = (id: string, answer: string) =>
    !settlers.some((item) => item.id === id && item.settles(answer)) &&
    settlers.some((item) => item.id !== id && item.settles(answer));
  const agreesTo = agreeingLines(scenario);
  const speakers = known.map(({ matter, named }) => ({ id: matter.id, mentions: saysOneOf(named.words) }));
  const yesToAll = yesToOneSentence(scenario, saysYes, (id, text) =>
    speakers.some((item) => item.id === id && item.mentions(text)),
  );
  const spoken = known.map((item) => ({
    ...item,
    ...spokenOf(item.matter, item.named, turns, {
      isAhead,
      pointsBack,
      saysYes,
      chooses,
      mayBe,
      settlesOther,
      agreesTo,
      yesToAll,
    }),
  }));
  const agreedOn = new Set(spoken.flatMap(({ agreed, matter }) => (agreed ? [matter.id] : [])));
  return {
    agreed: spoken.flatMap(({ agreed }) => (agreed ? [agreed] : [])),
    conditional: spoken.flatMap(({ conditional }) => (conditional ? [conditional] : [])),
    // With the key handed over, the door is not what to ask about once more.
    proposed: spoken.flatMap(({ agreed, conditional, proposed, matter: { within } }) =>
      !agreed && !conditional && proposed
        ? [{ ...proposed, vital: proposed.vital && !within.some((other) => agreedOn.has(other)) }]
        : [],
    ),
    open: spoken
      .filter(
        ({ agreed, conditional, proposed, matter }) =>
          !agreed && !conditional && !proposed && !matter.optional,
      )
      .filter(({ matter }) => matter.disclosed.every((id) => toldInTime.has(id)))
      .filter(({ matter }) => !matter.within.some((id) => agreedOn.has(id)))
      .filter(({ matter }) => matter.vital || spoken.some(({ agreed, proposed }) => agreed || proposed))
      .map(({ matter: { id, vital }, named: { label } }) => ({ id, label, vital })),
  };
}

/** What only has to be known needs no yes: once said, it is done. */
function isTold({ told }: Matter, { words }: MatterWords, turns: readonly Turn[]): boolean {
  const mentions = saysOneOf(words);
  return told && turns.some(({ text }) => mentions(text));
}

interface Spoken {
  readonly agreed: SpokenMatter | null;
  readonly proposed: SpokenMatter | null;
  readonly conditional: SpokenMatter | null;
}

/** How what was said is taken. */
interface Ear {
  readonly isAhead: (sentence: Sentence, turn: Turn) => boolean;
  /** Whether a sentence goes on about what the one before it named. */
  readonly pointsBack: (text: string) => boolean;
  readonly saysYes: (answer: string) => boolean;
  /** Whether the persona takes one of two things. */
  readonly chooses: (answer: string) => boolean;
  readonly mayBe: (text: string) => boolean;
  /** Whether an answer settles another matter in so many words: then its yes is about that. */
  readonly settlesOther: (id: string, answer: string) => boolean;
  /** What the persona said of a matter by a line that is a yes to it. */
  readonly agreesTo: (id: string, turn: Turn) => string | null;
  /** What the persona said by a bare yes, further on in his answer, to a sentence that laid more than one matter before him. */
  readonly yesToAll: (said: Sentence, turn: Turn) => string | null;
}

function spokenOf(
  { id, vital, disclosed, sooner }: Matter,
  { label, words, his, ifs }: MatterWords,
  turns: readonly Turn[],
  { isAhead, pointsBack, saysYes, chooses, mayBe, settlesOther, agreesTo, yesToAll }: Ear,
): Spoken {
  const mentions = saysOneOf(words);
  const settles = saysOneOf(his);
  /** What the persona had said last. */
  const before = (turn: Turn) =>
    turns
      .filter(({ number }) => number < turn.number)
      .map(saidBy)
      .at(-1) ?? '';
  const proposals = sinceTold(turns, sooner ? [] : disclosed).flatMap((turn) => {
    const { sentences } = turn.understanding;
    const said = sentences.findLast(
      (s, at) =>
        (mentions(s.text) || (pointsBack(s.text) && mentions(sentences[at - 1]?.text ?? before(turn)))) &&
        (isAhead(s, turn) || isSecondChoice(sentences[at + 1]?.text ?? '')),
    );
    return said ? [{ turn, said }] : [];
  });
  const asSpoken = (turn: Turn, yours: string | null, answer: string): SpokenMatter => ({
    id,
    label,
    turn: turn.number,
    yours,
    his: answer,
    vital,
  });
  const asked = (turn: Turn) => proposals.find((proposal) => proposal.turn === turn)?.said.text ?? null;
  const spokenOfIt = turns.filter((turn, at) => isAnsweredIn(turn, turns[at - 1], mentions));
  const itself = turns.flatMap((turn) => {
    // Half a word of his on something else is no promise: he must have been asked about this very matter.
    const said = spokenOfIt.includes(turn) ? turn : lastWords(turn);
    const words =
      agreesTo(id, said) ??
      answerOf(said).find((answer) => settles(answer) && !mayBe(answer)) ??
      withHands(said).find((answer) => settles(answer) && !mayBe(answer));
    return words ? [asSpoken(turn, asked(turn), words)] : [];
  });
  const onCondition = saysOneOf(ifs);
  const condition = turns.flatMap((turn) => {
    const words = answerOf(turn).find(onCondition);
    return words ? [asSpoken(turn, asked(turn), words)] : [];
  });
  const accepted = proposals.find(({ turn, said }) => {
    const answer = shortAnswer(turn);
    const [first = ''] = answerOf(turn);
    if (chooses(first) && offersChoice(said.text)) return true;
    if (yesToAll(said, turn)) return true;
    const toAll = wordsOf(first).length <= BARE_YES && saysYes(first);
    return saysYes(answer) && (toAll || !settlesOther(id, answer)) && !answerOf(turn).some(onCondition);
  });
  const last = proposals.at(-1);
  const settled =
    itself.findLast(({ yours }) => yours !== null) ??
    itself.at(-1) ??
    (accepted
      ? asSpoken(
          accepted.turn,
          accepted.said.text,
          yesToAll(accepted.said, accepted.turn) ?? shortAnswer(accepted.turn),
        )
      : null);
  return {
    agreed: settled,
    conditional: settled ? null : (condition.at(-1) ?? null),
    proposed: last ? asSpoken(last.turn, last.said.text, shortAnswer(last.turn)) : null,
  };
}

/** Whether the learner spoke of a matter in this turn, or in the one before it and now only asks on. */
function isAnsweredIn(turn: Turn, before: Turn | undefined, mentions: (text: string) => boolean): boolean {
  return mentions(turn.text) || (before !== undefined && isBrief(turn) && mentions(before.text));
}

function isBrief({ text }: Turn): boolean {
  return wordsOf(text).length <= FEW_WORDS;
}

/** What the persona promises by itself when the talk ends. */
function lastWords(turn: Turn): Turn {
  return { ...turn, persona: turn.persona.filter(({ slot }) => slot === 'closing') };
}

/** The turns after the one in which all of this was told: nobody proposes what they have not heard of. */
function sinceTold(turns: readonly Turn[], needed: readonly string[]): readonly Turn[] {
  const missing = new Set(needed);
  return turns.filter((turn) => {
    const known = missing.size === 0;
    for (const id of turn.disclosed) missing.delete(id);
    return known;
  });
}

/** A plan, or a part of what "akkoord?" asks about; nobody proposes something with a blow. */
function looksAheadBy({ ahead, behind, asks }: PlanWords): (sentence: Sentence, turn: Turn) => boolean {
  const isAhead = saysOneOf(ahead);
  const isBehind = saysOneOf(behind);
  const asksForAll = saysOneOf(asks);
  return ({ reading, text }, turn) =>
    !matchesAny(['any:breaks'], reading) &&
    !isBehind(text) &&
    (matchesAny(['family:together'], reading) || isAhead(text) || asksForAll(turn.text));
}
