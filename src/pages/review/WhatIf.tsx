import type { JSX } from 'preact';
import { TRY_TOLD, type TryOutcome, type TryTold, type WhatIfView } from '../../app/reviews/tryReply';
import type { BroughtTurn } from '../../core/model/review';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { ProblemSummary, TextArea } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { TriedVariant } from './TriedVariant';
import { KeepSo, Refresh, Told, type TryoutMeta } from './tryoutParts';

interface Props {
  readonly view: WhatIfView;
  readonly meta: TryoutMeta;
}

/** All turns that are seen, with how much was tried at each. */
export function renderWhatIfPage(view: WhatIfView, meta: TryoutMeta): string {
  return renderPage(<Overview view={view} meta={meta} />);
}

function Overview({ view: { room, may, turns }, meta: { t, language } }: Props): JSX.Element {
  const { id } = room.review;
  const about = room.talk.scenario === null ? 'aboutOwn' : 'about';
  return (
    <Layout
      language={language}
      title={t('tryout.whatIf.title')}
      t={t}
      here="reviews"
      back={{ href: paths.review(id), label: t('tryout.back') }}
      intro={<p>{t(may || turns.length === 0 ? `tryout.whatIf.${about}` : 'tryout.whatIf.notNow')}</p>}
    >
      <Section id="turns" title={t('tryout.whatIf.all')}>
        {turns.length === 0 ? (
          <p>{t('tryout.hidden')}</p>
        ) : (
          <ol class="rows">
            {turns.map(({ turn, variants }) => (
              <li id={`turn-${turn.number}`}>
                <p>
                  <strong>{t('tryout.turn', { turn: turn.number })}</strong> <Words text={turn.text} t={t} />
                </p>
                <p>
                  <span class="about">{t('tryout.whatIf.count', { count: variants.length })}</span>{' '}
                  {(may || variants.length > 0) && (
                    <a
                      href={paths.whatIf(id, turn.number)}
                      aria-label={t(`tryout.whatIf.${may ? 'try' : 'see'}Label`, { turn: turn.number })}
                    >
                      {t(`tryout.whatIf.${may ? 'try' : 'see'}`)}
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Layout>
  );
}

/** What was sent and refused, or what came of it. */
export interface WhatIfSent {
  readonly text: string;
  readonly problem: Exclude<TryOutcome, { kind: 'tried' }>;
}

interface TurnProps extends Props {
  readonly number: number;
  readonly sent: WhatIfSent | null;
  readonly told: TryTold | null;
}

/** One turn: how it went, a place to say something else, and what was tried side by side; null when it is not seen. */
export function renderWhatIfTurn(
  view: WhatIfView,
  number: number,
  { sent = null, told = null }: { readonly sent?: WhatIfSent | null; readonly told?: TryTold | null },
  meta: TryoutMeta,
): string | null {
  if (!view.turns.some(({ turn }) => turn.number === number)) return null;
  return renderPage(<TurnPage view={view} number={number} sent={sent} told={told} meta={meta} />);
}

/** What may have come of something, as it stands in an address. */
export function toldIn(word: string | undefined): TryTold | null {
  return TRY_TOLD.find((one) => one === word) ?? null;
}

function TurnPage({ view, number, sent, told, meta }: TurnProps): JSX.Element {
  const { t, language } = meta;
  const { room, may } = view;
  const at = view.turns.findIndex(({ turn }) => turn.number === number);
  const here = view.turns[at];
  const before = view.turns[at - 1]?.turn;
  const said = before?.number === number - 1 ? before.answer : number === 1 ? room.talk.opening : '';
  const problems = sent ? [{ field: 'text', words: problemWords(sent, t) }] : [];
  const lost = sent !== null && !may;
  return (
    <Layout
      language={language}
      title={t('tryout.whatIf.turnTitle', { turn: number })}
      t={t}
      here="reviews"
      back={{ href: `${paths.whatIf(room.review.id)}#turn-${number}`, label: t('tryout.whatIf.all') }}
      intro={
        <>
          <p class="screen-only">
            <a href={paths.review(room.review.id)}>{t('tryout.back')}</a>
          </p>
          <Told words={told && t(`tryout.whatIf.tell.${told}`)} />
        </>
      }
    >
      {!lost && <ProblemSummary problems={problems} t={t} />}
      {here && <Moment turn={here.turn} before={said} view={view} t={t} />}
      {lost && <Lost sent={sent} t={t} />}
      {may ? (
        <Form view={view} number={number} sent={sent} problem={problems[0]?.words} meta={meta} />
      ) : (
        !lost && <p>{t('tryout.whatIf.notNow')}</p>
      )}
      <Section id="tried" title={t('tryout.whatIf.side')}>
        <Refresh href={paths.whatIf(room.review.id, number)} t={t} />
        {here && here.variants.length > 0 ? (
          <>
            {room.talk.scenario !== null && <p class="about">{t('tryout.whatIf.legend')}</p>}
            <div class="sides">
              {here.variants.map((variant) => (
                <TriedVariant variant={variant} view={view} meta={meta} />
              ))}
            </div>
          </>
        ) : (
          <p>{t('tryout.whatIf.none')}</p>
        )}
      </Section>
    </Layout>
  );
}

function problemWords({ problem }: WhatIfSent, t: Texts): string {
  if (problem.kind === 'personal')
    return t('room.notes.problems.personal', { words: problem.words.join(', ') });
  return t(`tryout.whatIf.refused.${problem.why}`);
}

/** What was typed when it was too late stays to be copied. */
function Lost({ sent, t }: { readonly sent: WhatIfSent; readonly t: Texts }): JSX.Element {
  return (
    <div class="problems" role="alert">
      <p>{problemWords(sent, t)}</p>
      <p>
        <q {...TALK}>{sent.text}</q>
      </p>
    </div>
  );
}

interface MomentProps {
  readonly turn: BroughtTurn;
  readonly before: string;
  readonly view: WhatIfView;
  readonly t: Texts;
}

function Moment({ turn, before, view: { room }, t }: MomentProps): JSX.Element {
  const { name } = room.talk.other;
  return (
    <Section id="moment" title={t(`tryout.whatIf.${room.talk.scenario === null ? 'momentOwn' : 'moment'}`)}>
      {before !== '' && (
        <p>
          {t('tryout.before', { name })} <q {...TALK}>{before}</q>
        </p>
      )}
      <p>
        {t('tryout.said')} <Words text={turn.text} t={t} />
      </p>
      {turn.answer !== '' && (
        <p>
          {t('tryout.answered', { name })} <q {...TALK}>{turn.answer}</q>
        </p>
      )}
    </Section>
  );
}

function Words({ text, t }: { readonly text: string; readonly t: Texts }): JSX.Element {
  return text.trim() === '' ? <em>{t('tryout.silence')}</em> : <q {...TALK}>{text}</q>;
}

interface FormProps extends Props {
  readonly number: number;
  readonly sent: WhatIfSent | null;
  readonly problem: string | undefined;
}

function Form({ view, number, sent, problem, meta: { t, token } }: FormProps): JSX.Element {
  const hint = view.nameless ? 'hintNameless' : 'hint';
  return (
    <Section id="try" title={t('tryout.whatIf.form.title')}>
      <form method="post" action={paths.whatIf(view.room.review.id)}>
        <Token token={token} />
        {view.room.talk.scenario === null && <p>{t('tryout.whatIf.form.nobody')}</p>}
        <input type="hidden" name="turn" value={number} />
        <TextArea
          id="text"
          label={t('tryout.whatIf.form.label')}
          hint={t(`tryout.whatIf.form.${hint}`)}
          value={sent?.text ?? ''}
          problem={problem}
        />
        <p class="actions">
          <button type="submit" class="primary">
            {t('tryout.whatIf.form.send')}
          </button>
          {sent?.problem.kind === 'personal' && <KeepSo t={t} />}
        </p>
      </form>
    </Section>
  );
}
