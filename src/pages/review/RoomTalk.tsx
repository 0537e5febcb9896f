import type { ComponentChildren, JSX } from 'preact';
import type { Spoken, SpokenSentence, Transcript, TranscriptTurn } from '../../app/reviews/transcript';
import { readingWords } from '../corrections/words';
import { TALK } from '../language';
import { Answers, answersOf, type Which } from './Answers';
import { NotesAt, WriteAt } from './RoomNotes';
import {
  otherAnchor,
  otherTurn,
  ownAnchor,
  ownTurn,
  type RoomProps,
  sentenceAnchor,
  stepTitle,
} from './roomWords';

interface TalkProps extends RoomProps {
  readonly transcript: Transcript;
}

/** The talk as far as it may be read now, turn by turn. */
export function Talk({ room, transcript, meta }: TalkProps): JSX.Element {
  const { t } = meta;
  const { talk } = room;
  return (
    <section aria-labelledby="talk">
      <h2 id="talk">{t('room.talk.title')}</h2>
      {transcript.turns.length > 0 && (
        <p class="about">
          {t('room.talk.legend', { letter: talk.other.letter, name: talk.other.name })}{' '}
          {t('room.talk.toTurn')}
        </p>
      )}
      <Written room={room} which="preparation" meta={meta} />
      {transcript.opening.length > 0 && <Opening room={room} transcript={transcript} meta={meta} />}
      {transcript.turns.length > 0 && (
        <ol class="turns">
          {transcript.turns.map((said) => (
            <Turn said={said} room={room} transcript={transcript} meta={meta} />
          ))}
        </ol>
      )}
      <Rest room={room} transcript={transcript} meta={meta} />
      {transcript.rest === 'all' && talk.ending !== '' && (
        <p id="ending">
          <strong>{t('room.talk.ending')}</strong> <span {...TALK}>{talk.ending}</span>
        </p>
      )}
      <Written room={room} which="reflection" meta={meta} />
    </section>
  );
}

function Opening({ room, transcript, meta }: TalkProps): JSX.Element {
  const { talk } = room;
  return (
    <div class="said theirs" id={otherAnchor(talk, 0)}>
      <TurnName name={otherTurn(talk, 0)} anchor={otherAnchor(talk, 0)} who={talk.other.name} meta={meta} />
      <p>
        <Words spoken={transcript.opening} meta={meta} />
      </p>
    </div>
  );
}

interface TurnProps extends TalkProps {
  readonly said: TranscriptTurn;
}

function Turn({ said, room, transcript, meta }: TurnProps): JSX.Element {
  const { t, parts } = meta;
  const { turn, sentences, answer } = said;
  const { talk } = room;
  return (
    <li id={`turn-${turn.number}`}>
      <h3 class="unseen">{t('room.talk.turn', { turn: turn.number })}</h3>
      <div class="said mine" id={ownAnchor(turn.number)}>
        <TurnName
          name={ownTurn(turn.number)}
          anchor={ownAnchor(turn.number)}
          who={t('room.talk.professional')}
          meta={meta}
        />
        <p>
          {sentences.length === 0 && <span class="direction">{t('room.talk.silence')}</span>}
          {sentences.map((sentence) => (
            <Sentence turn={turn.number} sentence={sentence} meta={meta} />
          ))}
        </p>
      </div>
      {answer.length > 0 && (
        <div class="said theirs" id={otherAnchor(talk, turn.number)}>
          <TurnName
            name={otherTurn(talk, turn.number)}
            anchor={otherAnchor(talk, turn.number)}
            who={talk.other.name}
            meta={meta}
          />
          <p>
            <Words spoken={answer} meta={meta} />
          </p>
        </div>
      )}
      <NotesAt room={room} turn={turn.number} meta={meta} />
      <div class="turn-tools">
        {transcript.moves && <Readings said={said} meta={meta} />}
        <WriteAt room={room} said={said} meta={meta} />
        {parts.map(({ atTurn }) => atTurn?.(turn))}
      </div>
    </li>
  );
}

interface TurnNameProps extends Pick<RoomProps, 'meta'> {
  readonly name: string;
  readonly anchor: string;
  readonly who: string;
}

/** Its number, which leads to itself, so that it can be sent to somebody. */
function TurnName({ name, anchor, who }: TurnNameProps): JSX.Element {
  return (
    <p class="turn-name">
      <a href={`#${anchor}`}>{name}</a> <span class="unseen">{who}:</span>
    </p>
  );
}

function Sentence(
  props: { readonly turn: number; readonly sentence: SpokenSentence } & Pick<RoomProps, 'meta'>,
) {
  const { turn, sentence, meta } = props;
  return (
    <>
      <span id={sentenceAnchor(turn, sentence.sentence)}>
        <Words spoken={sentence.spoken} meta={meta} />
      </span>{' '}
    </>
  );
}

/** Words in the language of the talk; what somebody was seen to do stands apart, also for who listens. */
export function Words({
  spoken,
  meta: { t },
}: { readonly spoken: readonly Spoken[] } & Pick<RoomProps, 'meta'>) {
  return (
    <>
      {spoken.map(({ kind, text }) =>
        kind === 'words' ? (
          <span {...TALK}>{text} </span>
        ) : (
          <em class="direction">
            <span class="unseen">{t('room.talk.direction')} </span>(<span {...TALK}>{text}</span>){' '}
          </em>
        ),
      )}
    </>
  );
}

/** What the machine read in each sentence, for who asks. */
function Readings({ said, meta }: { readonly said: TranscriptTurn } & Pick<RoomProps, 'meta'>) {
  const { t, parts } = meta;
  const { turn, sentences } = said;
  if (turn.sentences.length === 0) return null;
  const heard = (at: number) => (turn.sentences[at]?.topics ?? []).map(meta.topic);
  return (
    <details id={`read-${turn.number}`}>
      <summary>{t('room.talk.read', { name: ownTurn(turn.number) })}</summary>
      <ul class="understood">
        {sentences.map(({ sentence, text }) => {
          const found = turn.sentences[sentence];
          if (!found) return null;
          return (
            <li>
              <p>
                <q {...TALK}>{text}</q>
              </p>
              <p class="about">{t('pages.corrections.read', { reading: readingWords(t, found.reading) })}</p>
              {heard(sentence).length > 0 && (
                <p class="about">
                  {t('room.talk.topics', {
                    count: heard(sentence).length,
                    topics: heard(sentence).join(', '),
                  })}
                </p>
              )}
              {parts.map(({ atSentence }) => atSentence?.(turn, sentence))}
            </li>
          );
        })}
      </ul>
      {turn.before && turn.meters && (
        <p class="about">
          {t('room.talk.trust', { from: Math.round(turn.before.trust), to: Math.round(turn.meters.trust) })}
        </p>
      )}
    </details>
  );
}

/** Why there is no more to read, and from which step there is. */
function Rest({ room, transcript, meta }: TalkProps): ComponentChildren {
  const { t } = meta;
  if (transcript.rest === 'all') return null;
  const sight = transcript.rest === 'frozen' ? ['whole'] : ['frozen', 'whole'];
  const at = room.method.steps.findIndex(({ talk }) => sight.includes(talk));
  const step = at < 0 || room.moment.meeting.stage === 'closed' ? null : stepTitle(room, at, t);
  return (
    <div class={`rest ${transcript.rest}`} id="rest">
      <p>
        <strong>{t(`room.rest.${transcript.rest}`)}</strong>
      </p>
      <p>{step === null ? t('room.rest.stays') : t('room.rest.from', { step })}</p>
    </div>
  );
}

interface WrittenProps extends RoomProps {
  readonly which: Which;
}

/** What the bringer wrote before and after the talk, where it goes along and is shown by now. */
function Written({ room, which, meta }: WrittenProps): JSX.Element | null {
  const answers = answersOf(room, which);
  if (answers.length === 0) return null;
  return (
    <details id={which}>
      <summary>{meta.t(`room.talk.${which}`)}</summary>
      <Answers answers={answers} which={which} meta={meta} />
    </details>
  );
}
