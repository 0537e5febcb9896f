import type { JSX } from 'preact';
import type { SharePreview } from '../../app/reviews/share';
import type { ShareDraft } from '../../app/reviews/shareDraft';
import { Section } from '../debrief/Section';
import { ProblemSummary, TextArea, Tick } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { dayThere } from '../when';
import { PreviewTalk } from './PreviewTalk';
import { Carried, fieldsOfDraft, keepField, OwnHeavy, type ShareFormOf, type ShareMeta } from './shareWords';

export interface SharePreviewView {
  readonly preview: SharePreview;
  readonly draft: ShareDraft;
  /** How many turns there are in all. */
  readonly turns: number;
  readonly problem: 'no-consent' | 'changed' | null;
  readonly of: ShareFormOf;
}

/** Exactly what others will see, with what was replaced, and the question whether they may. */
export function renderSharePreview(view: SharePreviewView, meta: ShareMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: SharePreviewView;
  readonly meta: ShareMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language, token } = meta;
  const { of, problem, preview, draft } = view;
  const problems =
    problem === null
      ? []
      : [{ field: problem === 'changed' ? 'talk' : 'consent', words: t(`share.preview.problem.${problem}`) }];
  // What can be changed here has fields of its own.
  const { hide, ...choices } = fieldsOfDraft({ ...draft, keep: [] });
  return (
    <Layout
      language={language}
      title={t('share.preview.title')}
      t={t}
      here="reviews"
      back={{ href: of.away, label: t('share.form.cancel') }}
      intro={<p>{t('share.preview.intro')}</p>}
    >
      <ProblemSummary problems={problems} t={t} />
      <form method="post" action={of.action}>
        <Token token={token} />
        <Carried fields={{ ...of.carried, ...choices, seen: preview.seen }} />
        <Who view={view} meta={meta} />
        <PreviewTalk {...view} meta={meta} />
        <Hidden view={view} meta={meta} />
        <CannotSee t={t} />
        <Consent view={view} meta={meta} />
      </form>
    </Layout>
  );
}

function lastDay({ preview: { plan } }: SharePreviewView, { language }: ShareMeta): string {
  return dayThere(language, plan.until, plan.group.timeZone);
}

function Who({ view, meta }: Props): JSX.Element {
  const { t } = meta;
  const { audience } = view.preview;
  const { people, trainers, group } = audience;
  const names = trainers.map((name) => name || t('share.preview.nameless'));
  return (
    <Section id="who" title={t('share.preview.who')}>
      <p>
        <strong>
          {t('share.preview.people', { count: people, group: group.name, day: lastDay(view, meta) })}
        </strong>
      </p>
      {names.length > 0 && <p>{t('share.preview.trainers', { names: names.join(', ') })}</p>}
      <p>{t('share.preview.later')}</p>
      {view.preview.brought.talk.scenario === null && (
        <>
          <h3>{t('share.heavy.preview')}</h3>
          <OwnHeavy t={t} />
        </>
      )}
    </Section>
  );
}

function Hidden({ view, meta }: Props): JSX.Element {
  const { t } = meta;
  const { draft, preview } = view;
  const { replacements } = preview.brought;
  const found = replacements.filter(({ kind }) => kind !== 'other');
  return (
    <Section id="hidden" title={t('share.preview.hidden')}>
      {found.length === 0 && <p>{t('share.preview.hiddenNone')}</p>}
      {found.length > 0 && (
        <fieldset>
          <legend>{t('share.preview.hiddenList')}</legend>
          <p class="about">{t('share.preview.hiddenIntro')}</p>
          {found.map((replacement, place) =>
            replacement.always ? (
              <Gone replacement={replacement} meta={meta} />
            ) : (
              <Row replacement={replacement} place={draft.keep.length + place} meta={meta} />
            ),
          )}
        </fieldset>
      )}
      {draft.keep.length > 0 && (
        <fieldset>
          <legend>{t('share.preview.kept')}</legend>
          <p class="about">{t('share.preview.keptHint')}</p>
          {draft.keep.map((words, place) => (
            <Tick
              name={keepField(place)}
              value={words}
              checked={true}
              label={t('share.preview.keep', { forms: words })}
            />
          ))}
        </fieldset>
      )}
      <TextArea
        id="hide"
        label={t('share.preview.more')}
        hint={t('share.preview.moreHint')}
        value={draft.hide}
      />
      <p class="actions">
        <button type="submit" name="step" value="preview">
          {t('share.preview.update')}
        </button>
      </p>
    </Section>
  );
}

interface RowProps {
  readonly replacement: SharePreview['brought']['replacements'][number];
  readonly place: number;
  readonly meta: ShareMeta;
}

function often(times: number, t: ShareMeta['t']): string {
  return times === 1 ? t('share.preview.timesOnce') : t('share.preview.times', { times });
}

/** By which somebody can be found or robbed: there is no choice. */
function Gone({ replacement, meta: { t } }: Omit<RowProps, 'place'>): JSX.Element {
  const { standIn, forms, times } = replacement;
  return (
    <p>
      <span {...TALK}>{t('share.preview.always', { standIn, forms: forms.join(', ') })}</span>
      <small> {often(times, t)}</small>
    </p>
  );
}

function Row({ replacement: { standIn, forms, times }, place, meta: { t } }: RowProps): JSX.Element {
  return (
    <label class="option">
      {/* As it was written, a line each: that is what may stay. */}
      <input type="checkbox" name={keepField(place)} value={forms.join('\n')} />
      <span>
        <span {...TALK}>{t('share.preview.stands', { standIn, forms: forms.join(', ') })}</span>
        <small> {often(times, t)}</small>
      </span>
    </label>
  );
}

function CannotSee({ t }: Pick<ShareMeta, 't'>): JSX.Element {
  return (
    <Section id="cannot" title={t('share.preview.cannot')}>
      <ul>
        {t('share.preview.cannotList')
          .split('\n')
          .map((line) => (
            <li>{line}</li>
          ))}
      </ul>
      <p>
        <strong>{t('share.preview.cannotEnd')}</strong>
      </p>
    </Section>
  );
}

function Consent({ view, meta }: Props): JSX.Element {
  const { t } = meta;
  const { problem, preview } = view;
  const missing = problem === 'no-consent';
  const group = preview.audience.group.name;
  return (
    <Section id="agree" title={t('share.preview.consent')}>
      <p>{t('share.preview.consentIntro')}</p>
      <p>{t('share.preview.others')}</p>
      <fieldset id="consent" {...(missing && { 'aria-describedby': 'consent-problem', class: 'wrong' })}>
        <legend>{t('share.preview.consent')}</legend>
        {missing && (
          <p class="error" id="consent-problem">
            {t('share.preview.problem.no-consent')}
          </p>
        )}
        <Tick
          name="consent"
          checked={false}
          label={t('share.preview.consentTick', { group, day: lastDay(view, meta) })}
        />
      </fieldset>
      <Tick name="tell" checked={false} label={t('announce.tell.label')} hint={t('announce.tell.hint')} />
      <p class="actions">
        <button type="submit" class="primary" name="step" value="share">
          {t('share.preview.share')}
        </button>
        <button type="submit" name="step" value="choose">
          {t('share.preview.back')}
        </button>
        <a href={view.of.away}>{t('share.form.cancel')}</a>
      </p>
    </Section>
  );
}
