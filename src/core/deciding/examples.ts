import { examplesFor } from '../dialogue/replyBank';
import type { Choice } from '../model/message';
import type { Attempt, ExamplesShown, Session } from '../model/session';
import type { Texts } from '../model/texts';
import type { Reading, Understanding } from '../model/understanding';
import { wordsOf } from '../understanding/words';
import { coach, type Desk, reply, staged, withAttempt } from './desk';
import type { StagedScenario } from './playbook';

/** A button shows no more of an example than this; the whole of it stands in the list above it. */
const MAX_LABEL = 44;

const NONE: ExamplesShown = { shown: [], offered: [] };

/**
 * At level guided three examples hang on the last words of every answer: new ones when the talk has moved on, the
 * same ones after anything else, so that they are never further away than one glance. Who comes back sees them whole.
 */
export function withExamples(desk: Desk, before: Session): Desk {
  const now = staged(desk);
  const { stage, paused } = desk.session;
  if (now?.attempt.level !== 'guided' || stage !== 'playing' || paused) return desk;
  if (now.attempt.rolePlay.ending) return desk;
  const moved = before.attempt?.rolePlay !== now.attempt.rolePlay;
  if (moved) return offer(desk, now);
  return desk.message.body.kind === 'joined' ? listed(desk, offered(now)) : withChoices(desk, offered(now));
}

/** The example somebody means by its number, else the words as they are. */
export function meantExample(desk: Desk, text: string): string {
  const now = staged(desk);
  const number = /^([1-9])[.)]?$/.exec(text)?.[1];
  if (!now || number === undefined || now.attempt.level !== 'guided') return text;
  return offered(now)[Number(number) - 1] ?? text;
}

/** Whether these are the words of an example that is on offer. */
export function isExample(desk: Desk, text: string): boolean {
  const now = staged(desk);
  return now !== null && offered(now).includes(text);
}

/** At level guided the coach says in a few small words how each sentence was read. */
export function readAloud(desk: Desk, { sentences, signals }: Understanding): Desk {
  if (desk.session.attempt?.level !== 'guided') return desk;
  const names = signals.wordless
    ? [desk.texts('interface.readings.silence')]
    : sentences.map(({ reading }) => nameOf(reading, desk.texts));
  return coach(desk, 'readAs', { readings: names.join(' · ') });
}

function nameOf(reading: Reading, texts: Texts): string {
  switch (reading.kind) {
    case 'move':
      return texts(`moves.names.${reading.move}`);
    case 'family':
      return texts('interface.readings.family', { family: texts(`moves.families.${reading.family}`) });
    case 'unsure':
      return texts('interface.readings.unsure');
  }
}

interface Playing {
  readonly attempt: Attempt;
  readonly play: StagedScenario;
}

function offer(desk: Desk, { attempt, play }: Playing): Desk {
  const { shown } = attempt.examples ?? NONE;
  const { memory } = attempt.rolePlay;
  const chosen = examplesFor(play.scenario, {
    state: attempt.rolePlay,
    topics: play.topics.find(wordsOf(memory.lastSaid)).map(({ topic }) => topic),
    shown,
    seed: `${attempt.id}|${shown.length}`,
  });
  const noted = withAttempt(desk, { examples: { shown: [...shown, ...chosen], offered: chosen } });
  return chosen.length === 0 ? coach(noted, 'noExamplesLeft') : listed(noted, textsOf(play, chosen));
}

function listed(desk: Desk, texts: readonly string[]): Desk {
  if (texts.length === 0) return desk;
  const list = texts.map((text, i) => `${i + 1}. ${text}`).join('\n');
  return withChoices(coach(desk, 'examples', { list }), texts);
}

function offered({ attempt, play }: Playing): readonly string[] {
  return textsOf(play, (attempt.examples ?? NONE).offered);
}

function textsOf({ scenario }: StagedScenario, places: readonly number[]): readonly string[] {
  return places.flatMap((place) => scenario.replies[place]?.text ?? []);
}

/** Quick replies belong to the last thing said: channels show no others. */
function withChoices(desk: Desk, texts: readonly string[]): Desk {
  const last = desk.replies.at(-1);
  if (!last || last.choices || texts.length === 0) return desk;
  const choices = texts.map((text, i): Choice => ({ label: `${i + 1}. ${shortened(text)}`, say: text }));
  return reply({ ...desk, replies: desk.replies.slice(0, -1) }, { ...last, choices });
}

function shortened(text: string): string {
  if (text.length <= MAX_LABEL) return text;
  const whole = text.slice(0, MAX_LABEL - 1).replace(/\s+\S*$/u, '');
  return `${whole.replace(/[\s,.;:?!]+$/u, '')} …`;
}
