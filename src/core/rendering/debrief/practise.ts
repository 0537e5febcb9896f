import type { Turn } from '../../model/conversation';
import type { Gap, Harm, Practice, Settled } from '../../model/debrief';
import { VALENCE } from '../../model/moves';
import type { Criterion, CriterionMark, Rubric, Scorecard } from '../../model/scoring';
import type { Reading } from '../../model/understanding';
import { rankOf } from '../../scoring/levels';
import { chanceFor } from './chance';
import { promisesTooMuch, putsInGroup, soothing, stackedQuestions } from './habits';
import type { WeighedHarm } from './harms';

/** The mark under which safety is practised. */
const SAFETY = 'V5';

/** A tip about the other's world helps whom a sentence of their own shows that it is needed; others it only puzzles. */
const NEEDS_CAUSE: ReadonlySet<string> = new Set(['K1', 'K2', 'H5']);

/** From here on a sentence did real harm; a slip gives way to what was left open. */
const GRAVE = 3;

/** Below this a sentence may have meant something else. */
const SURE_ENOUGH = 0.7;

/**
 * The one thing to practise, from what really happened: the danger that was left unspoken, else the sentence that
 * did most harm, else a worry made small again and again, else what must be settled and was not, and only then the
 * weakest mark on something this talk was
 * about. Null when too little was said to tell.
 */
export function practise(
  rubric: Rubric,
  card: Scorecard,
  turns: readonly Turn[],
  harms: readonly WeighedHarm[],
  settled: Settled,
): Practice | null {
  const seen = card.criteria.filter(({ level }) => level !== 'not-seen');
  if (seen.length === 0) return null;
  const markOf = (id: string) => card.criteria.find((mark) => mark.id === id);
  const worst = harms[0] ?? null;
  const safety = markOf(SAFETY);
  if (card.missedConcerns.length > 0 && safety) {
    return practice(safety, 'concern', harms.find(({ unsafe }) => unsafe) ?? null);
  }
  const harmed = worst && markOf(worst.criterion);
  if (harmed && worst.weight >= GRAVE) return withOthers(practice(harmed, 'harm', worst), turns);
  const soothed = safety && soothedMost(turns);
  if (soothed) return { ...practice(safety, 'harm', soothed.worst), also: soothed.also };
  const open = settled.open.find(({ vital }) => vital);
  if (open && safety && safety.level !== 'not-seen')
    return { ...practice(safety, 'open', null), open: open.label };
  const unanswered = settled.proposed.find(({ vital }) => vital);
  if (unanswered && safety && safety.level !== 'not-seen') {
    return { ...practice(safety, 'unanswered', null), open: unanswered.label };
  }
  if (harmed) return withOthers(practice(harmed, 'harm', worst), turns);
  const habit = putsInGroup(turns) ?? stackedQuestions(turns) ?? promisesTooMuch(turns);
  const shown = habit && markOf(habit.criterion);
  if (shown) return practice(shown, 'harm', habit);
  const weakest = weakestMark(rubric, card, turns);
  if (!weakest) return null;
  const against = spokenAgainst(weakest);
  return { ...practice(weakest, 'mark', against), chance: against ? null : chanceFor(weakest, turns) };
}

/** The weakest mark; when all are good, what was not seen yet. */
function weakestMark(rubric: Rubric, card: Scorecard, turns: readonly Turn[]): CriterionMark | undefined {
  const touched = new Set(
    turns.flatMap(({ understanding }) =>
      understanding.sentences.flatMap(({ topics }) => topics.map(({ topic }) => topic)),
    ),
  );
  const about = card.criteria.filter(({ id }) => {
    const when = criterionOf(rubric, id)?.tipWhen;
    return !when || when.some((topic) => touched.has(topic));
  });
  const isGap = (mark: CriterionMark) => !NEEDS_CAUSE.has(mark.id) || spokenAgainst(mark) !== null;
  const seen = about
    .filter(({ level }) => level !== 'not-seen')
    .sort((a, b) => rankOf(a.level) - rankOf(b.level) || fullness(rubric, a) - fullness(rubric, b));
  const allGood = seen.every(({ level }) => rankOf(level) >= rankOf('competent'));
  const unseen = about.find(({ level }) => level === 'not-seen');
  const gap = seen.find((mark) => isGap(mark) && rankOf(mark.level) < rankOf('competent'));
  return allGood ? (unseen ?? seen[0]) : (gap ?? seen.find(isGap) ?? seen[0]);
}

/** What spoke most against a mark and was not made good. */
function spokenAgainst(mark: CriterionMark): Harm | null {
  const [worst] = mark.evidence
    .filter((e) => !e.for && !e.repaired)
    .toSorted((a, b) => a.points - b.points || a.turn - b.turn);
  if (!worst) return null;
  const { rule, turn, sentence, quote } = worst;
  return { rule, turn, sentence, quote, unsafe: false };
}

function practice(mark: CriterionMark, gap: Gap, harm: Harm | null): Practice {
  const { id, domain, level, tip } = mark;
  const against = harm && {
    rule: harm.rule,
    turn: harm.turn,
    sentence: harm.sentence,
    quote: harm.quote,
    unsafe: harm.unsafe,
  };
  return { criterion: id, domain, level, tip, against, gap, open: '', also: [], chance: null };
}

/** Of a worry made small again and again: where it was made small right after something was told, else the first time. */
function soothedMost(
  turns: readonly Turn[],
): { readonly worst: Harm; readonly also: readonly number[] } | null {
  const all = soothing(turns);
  const afterTold = ({ turn }: Harm) =>
    turns.some(({ number, disclosed }) => number === turn - 1 && disclosed.length > 0);
  const worst = all.find(afterTold) ?? all[0];
  return worst ? { worst, also: all.filter((item) => item !== worst).map(({ turn }) => turn) } : null;
}

/** What was done more than once is shown as such: the other turns that surely did the same. */
function withOthers(practised: Practice, turns: readonly Turn[]): Practice {
  const { against } = practised;
  const here = turns.find(({ number }) => number === against?.turn);
  const reading = here?.understanding.sentences[against?.sentence ?? 0]?.reading;
  if (reading?.kind !== 'move' || VALENCE[reading.move] !== 'breaks') return practised;
  const same = (other: Reading) =>
    other.kind === 'move' && other.move === reading.move && other.confidence >= SURE_ENOUGH;
  const also = turns
    .filter((turn) => turn !== here && turn.understanding.sentences.some((s) => same(s.reading)))
    .map(({ number }) => number);
  return { ...practised, also };
}

function criterionOf(rubric: Rubric, id: string): Criterion | undefined {
  return rubric.criteria.find((criterion) => criterion.id === id);
}

/** How far a mark is on its way to `strong`, so that criteria with other thresholds can be compared. */
function fullness(rubric: Rubric, mark: CriterionMark): number {
  const criterion = criterionOf(rubric, mark.id);
  return criterion ? mark.points / criterion.thresholds.strong : 0;
}
