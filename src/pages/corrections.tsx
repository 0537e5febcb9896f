import type { JSX } from 'preact';
import type { ReadSentence, SentencePlace } from '../core/model/correction';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { MoveChoices } from './corrections/MoveChoices';
import { readingWords } from './corrections/words';
import { Token } from './forms';
import { Layout, renderPage } from './Layout';
import { TALK } from './language';
import { anchorOf, paths } from './paths';

/** One sentence that may be contested, with what was said before it. */
export interface ContestView extends SentencePlace {
  readonly persona: string;
  /** Null when it is not on record. */
  readonly before: string | null;
  readonly item: ReadSentence;
}

export interface ContestMeta {
  readonly language: Locale;
  readonly token: string;
  /** What was sent without a choice; null when the page is opened. */
  readonly sent: { readonly why: string } | null;
}

/** "What did you mean?": all moves to choose from, grouped, and a few words why. */
export function renderContestPage(view: ContestView, t: Texts, meta: ContestMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

interface Props {
  readonly view: ContestView;
  readonly t: Texts;
  readonly meta: ContestMeta;
}

function Page({ view, t, meta }: Props): JSX.Element {
  const { item, before, persona } = view;
  const back = `${paths.debrief(view.attempt)}#${anchorOf(view)}`;
  const title = t('pages.corrections.title');
  return (
    <Layout
      language={meta.language}
      title={title}
      t={t}
      footer={
        <p>
          <a href={back}>{t('pages.corrections.back')}</a>
        </p>
      }
    >
      <section aria-labelledby="sentence">
        <h2 id="sentence">{t('pages.corrections.sentence')}</h2>
        {before && (
          <p>
            {t('pages.corrections.before', { persona })} <q {...TALK}>{before}</q>
          </p>
        )}
        <p class="ending">
          <q {...TALK}>{item.quote}</q>
        </p>
        <p>{t('pages.corrections.read', { reading: readingWords(t, item.machine) })}</p>
      </section>
      <section aria-labelledby="choose">
        <h2 id="choose">{t('pages.corrections.legend')}</h2>
        <form method="post" action={paths.sentence(view)}>
          <Token token={meta.token} />
          {meta.sent && (
            <p class="error" id="missing" role="alert">
              {t('pages.corrections.missing')}
            </p>
          )}
          <MoveChoices chosen={item.meant?.move ?? null} missing={meta.sent && 'missing'} t={t} />
          <p>
            <label for="why">{t('pages.corrections.whyLabel')}</label>
          </p>
          <p class="about" id="why-hint">
            {t('pages.corrections.whyHint')}
          </p>
          <textarea id="why" name="why" maxLength={300} aria-describedby="why-hint">
            {meta.sent?.why ?? item.meant?.why ?? ''}
          </textarea>
          <p class="actions">
            <button type="submit" class="primary">
              {t('pages.corrections.save')}
            </button>
            <a href={back}>{t('pages.corrections.back')}</a>
          </p>
        </form>
      </section>
    </Layout>
  );
}
