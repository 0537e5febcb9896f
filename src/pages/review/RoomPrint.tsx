import type { JSX } from 'preact';
import { methodWords, stepWordsIn } from '../../app/reviews/methodWords';
import { readTranscript, type Transcript } from '../../app/reviews/transcript';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { Confidential } from './RoomIntro';
import { NotesOnPaper, WrittenOnPaper } from './RoomPaper';
import { TrustSection } from './RoomSide';
import { Words } from './RoomTalk';
import { bringerName, otherTurn, ownTurn, type RoomProps, stepTitle } from './roomWords';

/** The worksheet: the questions of the method, the talk as far as it may be read, and lines to write on. */
export function renderRoomPrint(room: RoomProps['room'], meta: RoomProps['meta']): string {
  return renderPage(<Sheet room={room} meta={meta} />);
}

function Sheet({ room, meta }: RoomProps): JSX.Element {
  const { t, language, parts } = meta;
  const { review, group, method } = room;
  return (
    <Layout
      language={language}
      title={t('room.print.title', { title: review.title })}
      t={t}
      here="reviews"
      back={{ href: paths.review(review.id), label: t('room.print.back') }}
      intro={
        <>
          <p class="about">
            {t('room.intro.line', {
              method: methodWords(t, method.id).name,
              group: group.name,
              name: bringerName(room, t),
            })}
          </p>
          <p class="screen-only">{t('room.print.how')}</p>
        </>
      }
    >
      <Section id="own" title={t('room.print.own')}>
        {(['name', 'date', 'question'] as const).map((line) => (
          <>
            <p>{t(`room.print.${line}`)}</p>
            <Lines count={line === 'question' ? 2 : 1} />
          </>
        ))}
        <Confidential room={room} meta={meta} />
      </Section>
      <Section id="steps" title={methodWords(t, method.id).name}>
        {method.steps.map((step, index) => {
          const words = stepWordsIn(t, room, step.id);
          return (
            <div class="sheet-step">
              <h3>
                {stepTitle(room, index, t)}{' '}
                <span class="about">({t('room.steps.minutes', { count: step.minutes })})</span>
              </h3>
              <p>{words.instruction}</p>
              <ul>
                {words.prompts.map((prompt) => (
                  <li>{prompt}</li>
                ))}
              </ul>
              <Lines count={3} />
            </div>
          );
        })}
      </Section>
      <WrittenOnPaper room={room} which="preparation" meta={meta} />
      <Talk room={room} transcript={readTranscript(room)} meta={meta} />
      <TrustSection room={room} meta={meta} />
      <WrittenOnPaper room={room} which="reflection" meta={meta} />
      <NotesOnPaper room={room} meta={meta} />
      {parts.map(({ printed }) => printed)}
    </Layout>
  );
}

function Talk({ room, transcript, meta }: RoomProps & { readonly transcript: Transcript }): JSX.Element {
  const { t } = meta;
  const { talk } = room;
  return (
    <Section id="talk" title={t('room.talk.title')}>
      {transcript.rest !== 'all' && <p>{t(`room.rest.${transcript.rest}`)}</p>}
      {transcript.turns.length > 0 && (
        <p class="about">{t('room.talk.legend', { letter: talk.other.letter, name: talk.other.name })}</p>
      )}
      {transcript.opening.length > 0 && (
        <p>
          <strong>{otherTurn(talk, 0)}</strong> <Words spoken={transcript.opening} meta={meta} />
        </p>
      )}
      {transcript.turns.map(({ turn, sentences, answer }) => (
        <div class="sheet-turn">
          <p>
            <strong>{ownTurn(turn.number)}</strong> {sentences.length === 0 && t('room.talk.silence')}
            {sentences.map(({ spoken }) => (
              <Words spoken={spoken} meta={meta} />
            ))}
          </p>
          {answer.length > 0 && (
            <p>
              <strong>{otherTurn(talk, turn.number)}</strong> <Words spoken={answer} meta={meta} />
            </p>
          )}
          <Lines count={1} />
        </div>
      ))}
      {transcript.rest === 'all' && talk.ending !== '' && <p {...TALK}>{talk.ending}</p>}
    </Section>
  );
}

/** Room to write by hand; nothing to read. */
function Lines({ count }: { readonly count: number }): JSX.Element {
  return (
    <div class="blank" aria-hidden="true">
      {Array.from({ length: count }, () => (
        <div />
      ))}
    </div>
  );
}
