import type { JSX } from 'preact';
import { CASE_LIMIT, type CaseFlaw, type ReadCase } from '../../app/reviews/ownCase';
import { Section } from '../debrief/Section';
import { ProblemSummary, TextArea } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { OwnHeavy, type ShareMeta, shortened } from './shareWords';

interface PasteProps {
  readonly report: string;
  readonly flaw: CaseFlaw | null;
  readonly meta: ShareMeta;
}

/** Where a report of a real talk is pasted. */
export function renderOwnCasePage(report: string, flaw: CaseFlaw | null, meta: ShareMeta): string {
  return renderPage(<Paste report={report} flaw={flaw} meta={meta} />);
}

function Paste({ report, flaw, meta }: PasteProps): JSX.Element {
  const { t, language, token } = meta;
  const words = flaw === null ? undefined : t(`share.ownCase.flaws.${flaw}`, { most: CASE_LIMIT });
  return (
    <Layout
      language={language}
      title={t('share.ownCase.title')}
      t={t}
      here="reviews"
      back={{ href: paths.bringTalk, label: t('share.choose.title') }}
      intro={<p>{t('share.ownCase.intro')}</p>}
    >
      <ProblemSummary problems={words === undefined ? [] : [{ field: 'report', words }]} t={t} />
      <p>{t('share.ownCase.careful')}</p>
      <form method="post" action={paths.ownCase}>
        <Token token={token} />
        <TextArea
          id="report"
          label={t('share.ownCase.report')}
          hint={t('share.ownCase.reportHint')}
          value={report}
          problem={words}
        />
        <details>
          <summary>{t('share.ownCase.exampleTitle')}</summary>
          <pre>{t('share.ownCase.example')}</pre>
        </details>
        <p class="actions">
          <button type="submit" class="primary" name="step" value="voice">
            {t('share.ownCase.read')}
          </button>
          <a href={paths.bringTalk}>{t('share.form.cancel')}</a>
        </p>
      </form>
      <Section id="heavy" title={t('room.heavy.title')}>
        <OwnHeavy t={t} />
      </Section>
    </Layout>
  );
}

export interface VoiceView {
  readonly report: string;
  readonly reading: ReadCase;
  readonly professional: number;
  readonly silent: boolean;
}

/** Who of the speakers somebody is. */
export function renderVoicePage(view: VoiceView, meta: ShareMeta): string {
  return renderPage(<Voice view={view} meta={meta} />);
}

/** As many UTF-16 units of what somebody said as tell who they are. */
const SHORT = 160;

function Voice({ view, meta }: { view: VoiceView; meta: ShareMeta }): JSX.Element {
  const { t, language, token } = meta;
  const { report, reading, silent } = view;
  const { speakers, preface, doubtful } = reading;
  return (
    <Layout
      language={language}
      title={t('share.ownCase.voice.title')}
      t={t}
      here="reviews"
      back={{ href: paths.bringTalk, label: t('share.form.cancel') }}
      intro={<p>{t('share.ownCase.voice.intro', { count: speakers.length })}</p>}
    >
      <ProblemSummary
        problems={silent ? [{ field: 'professional', words: t('share.ownCase.voice.silent') }] : []}
        t={t}
      />
      <form method="post" action={paths.ownCase}>
        <Token token={token} />
        <input type="hidden" name="report" value={report} />
        {speakers.every(({ label }) => label === '') && <p>{t('share.ownCase.voice.inTurn')}</p>}
        <Speakers view={view} meta={meta} />
        {speakers.length > 2 && <p>{t('share.ownCase.voice.several')}</p>}
        <Doubtful lines={doubtful} meta={meta} />
        {preface !== '' && (
          <p class="about">{t('share.ownCase.voice.preface', { text: shortened(preface, SHORT) })}</p>
        )}
        <p class="actions">
          <button type="submit" class="primary" name="step" value="choose">
            {t('share.ownCase.voice.next')}
          </button>
          <button type="submit" name="step" value="paste">
            {t('share.ownCase.voice.edit')}
          </button>
        </p>
      </form>
    </Layout>
  );
}

/** So many are shown; who has more sees enough to look at all of them. */
const MOST_DOUBTFUL = 5;

function Doubtful({ lines, meta: { t } }: { lines: readonly string[]; meta: ShareMeta }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <p>
        <strong>{t('share.ownCase.voice.doubtful')}</strong>
      </p>
      <ul>
        {lines.slice(0, MOST_DOUBTFUL).map((line) => (
          <li {...TALK}>{shortened(line, SHORT)}</li>
        ))}
      </ul>
    </>
  );
}

/** By their name where they have one, with what each said first. */
function Speakers({ view: { reading, professional }, meta: { t } }: { view: VoiceView; meta: ShareMeta }) {
  const { speakers, parts } = reading;
  const unnamed = [t('share.ownCase.voice.first'), t('share.ownCase.voice.second')];
  const said = (speaker: number) => parts.find((part) => part.speaker === speaker)?.text ?? '';
  return (
    <fieldset id="professional">
      <legend>{t('share.ownCase.voice.legend')}</legend>
      {speakers.map(({ label, parts: times }, speaker) => (
        <label class="option">
          <input
            type="radio"
            name="professional"
            value={String(speaker)}
            checked={speaker === professional}
          />
          <span>
            {t('share.ownCase.voice.option', { label: label || (unnamed[speaker] ?? ''), parts: times })}
            <small {...TALK}>{shortened(said(speaker), SHORT)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
