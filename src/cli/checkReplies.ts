import type { Library } from '../content/library';
import type { StagedScenario } from '../core/deciding/playbook';
import type { Move } from '../core/model/moves';
import type { BankReply, LabelledMoves } from '../core/model/replyBank';
import type { Sentence } from '../core/model/understanding';
import { understand } from '../core/understanding/understand';

/** One labelled sentence of the bank beside what the recogniser made of it. */
interface Compared {
  readonly text: string;
  readonly labels: LabelledMoves;
  /** Its likeliest move, sure or not. */
  readonly guess: Move;
  readonly sentence: Sentence;
}

/**
 * The reply bank read by the recogniser: how far they agree on moves and topics, and where they do not. A difference is no error: it
 * shows an author which sentences are hard to read, and sometimes a label that deserves a second look.
 */
export function reportReplies({ playbook }: Library): string {
  return playbook.scenarios
    .filter(({ scenario }) => scenario.replies.length > 0)
    .map((staged) => reportBank(staged, playbook))
    .join('\n');
}

function reportBank(staged: StagedScenario, playbook: Library['playbook']): string {
  const { id, replies } = staged.scenario;
  const read = replies.map((reply) => ({ reply, compared: compare(reply, staged, playbook) }));
  const all = read.flatMap(({ compared }) => compared);
  const about = read.filter(({ reply }) => reply.topics.length > 0);
  const missed = about.filter(
    ({ reply, compared }) => !compared.some(({ sentence }) => speaksOf(sentence, reply)),
  );
  const agreed = all.filter(({ guess, labels }) => guess === labels[0]);
  const allowed = all.filter(({ guess, labels }) => labels.some((move) => move === guess));
  const sure = all.filter(({ sentence }) => sentence.reading.kind === 'move');
  const right = sure.filter(({ guess, labels }) => guess === labels[0]);
  const differing = all.filter(({ guess, labels }) => labels.every((move) => move !== guess));
  return [
    `${id}: ${replies.length} replies, ${all.length} sentences`,
    `  same move: ${share(agreed, all)}, κ ${kappa(all).toFixed(2)}; primary or secondary: ${share(allowed, all)}`,
    `  sure of the move: ${share(sure, all)}, of these the same: ${share(right, sure)}`,
    `  replies about something of which no topic is found: ${share(missed, about)}`,
    ...differing.map(difference),
    ...missed.map(({ reply }) => `  nothing found of ${reply.topics.join(', ')}: ${reply.text}`),
    '',
  ].join('\n');
}

function compare(
  reply: BankReply,
  { scenario, topics }: StagedScenario,
  { recogniser, lexicon }: Library['playbook'],
): readonly Compared[] {
  const [answered] = reply.to.lines;
  const personaLine = (answered && scenario.texts.lines[answered]?.[0]) ?? null;
  const { sentences } = understand(reply.text, { personaLine }, recogniser, lexicon, topics);
  return sentences.flatMap((sentence, i) => {
    const labels = reply.moves[i];
    return labels
      ? [{ text: sentence.text, labels, guess: sentence.moves[0]?.move ?? 'other', sentence }]
      : [];
  });
}

function speaksOf(sentence: Sentence, reply: BankReply): boolean {
  return sentence.topics.some(({ topic }) => reply.topics.includes(topic));
}

function difference({ text, labels, guess, sentence }: Compared): string {
  const confidence = Math.round((sentence.moves[0]?.confidence ?? 0) * 100);
  const sure = sentence.reading.kind === 'move' ? '' : ', not sure';
  return `  ${labels.join('+')} read as ${guess} (${confidence}%${sure}): ${text}`;
}

/** Cohen's κ: agreement beyond what chance would give with these labels and guesses. */
function kappa(all: readonly Compared[]): number {
  const times = (pick: (item: Compared) => Move) => Map.groupBy(all, pick);
  const labels = times((item) => item.labels[0]);
  const guesses = times((item) => item.guess);
  const chance = [...labels].reduce(
    (sum, [move, items]) =>
      sum + (items.length / all.length) * ((guesses.get(move)?.length ?? 0) / all.length),
    0,
  );
  const same = all.filter((item) => item.guess === item.labels[0]).length / all.length;
  return chance === 1 ? 1 : (same - chance) / (1 - chance);
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return `${((100 * part.length) / Math.max(1, whole.length)).toFixed(1)}%`;
}
