import type { StagedScenario } from '../core/deciding/playbook';
import type { LineTrace } from '../core/dialogue/lines';
import { openTalk, playTurn } from '../core/dialogue/playTurn';
import type { Turn } from '../core/model/conversation';

/** Other lines that stood ready; more than this is no longer read. */
const SHOWN = 5;

/** Why each line of each turn was chosen, found by playing the recorded turns again. */
export function traceTurns(
  staged: StagedScenario,
  turns: readonly Turn[],
): readonly (readonly LineTrace[])[] {
  let { state } = openTalk(staged, staged.scenario.id);
  return turns.map((turn) => {
    const played = playTurn(staged, state, turn.text, turn.understanding, turn.hints);
    state = played.state;
    return played.trace;
  });
}

/** One turn as lines of text: how each sentence was read and what it did, then why each line was said. */
export function formatTrace(staged: StagedScenario, turn: Turn, trace: readonly LineTrace[]): string {
  const sentences = turn.understanding.sentences.map((sentence, i) => {
    const effect = turn.effects.find((item) => item.sentence === i);
    const { reading, topics } = sentence;
    const read = reading.kind === 'unsure' ? 'unsure' : `${nameOf(reading)} ${reading.confidence.toFixed(2)}`;
    const about = topics.map(({ topic }) => topic).join(', ') || '-';
    return `    "${sentence.text}": ${read}; about ${about}; ${effect ? `${effect.rule} ${changes(effect.change)}` : 'no effect'}`;
  });
  const { trust, tension, understood } = turn.meters;
  return [
    `  [${turn.number}] ${turn.phase}, ${turn.climate}: trust ${trust}, tension ${tension}, understood ${understood}`,
    ...sentences,
    ...(turn.disclosed.length > 0 ? [`    disclosed: ${turn.disclosed.join(', ')}`] : []),
    ...(turn.raised.length > 0 ? [`    raised: ${turn.raised.join(', ')}`] : []),
    ...trace.map((line) => formatLine(staged, line)),
    ...(turn.ending ? [`    ending: ${turn.ending}`] : []),
  ].join('\n');
}

function formatLine(staged: StagedScenario, { slot, line, specificity, candidates }: LineTrace): string {
  const rule = staged.scenario.lines.find(({ id }) => id === line);
  const others = candidates.filter((id) => id !== line);
  const before = others.slice(0, SHOWN).join(', ') || 'nothing';
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  return `    ${slot}: ${line} (${specificity}) when ${JSON.stringify(rule?.when ?? {})}; before ${before}${more}`;
}

function nameOf(
  reading:
    | { readonly kind: 'move'; readonly move: string }
    | { readonly kind: 'family'; readonly family: string },
): string {
  return reading.kind === 'move' ? reading.move : `family:${reading.family}`;
}

function changes(change: Turn['meters']): string {
  return Object.entries(change)
    .filter(([, value]) => value !== 0)
    .map(([meter, value]) => `${meter} ${value > 0 ? '+' : ''}${value}`)
    .join(', ');
}
