import type { JSX } from 'preact';
import type { TrainerSaid } from '../app/trainerSaid';
import type { Debrief } from '../core/model/debrief';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Understood } from './corrections/Understood';
import { HelpLines, Preparation, Sources, Transcript } from './debrief/Closing';
import { MeterChart } from './debrief/MeterChart';
import { Attention, Unsure, Untold, Weakest } from './debrief/Moments';
import { Ended, KeepAndPractise, Missed } from './debrief/Opening';
import { Scorecard } from './debrief/Scorecard';
import type { SecondThoughts } from './debrief/secondThoughts';
import { Layout, renderPage } from './Layout';
import { paths } from './paths';
import { FromTrainer } from './trainer/FromTrainer';

export interface DebriefMeta {
  readonly language: Locale;
  /** Where the conversation goes on. */
  readonly chatPath: string;
  /** Absent where nobody can come back on the talk, such as in a shared copy. */
  readonly second?: SecondThoughts;
  /** What trainers said of it; absent where nobody could. */
  readonly said?: TrainerSaid;
}

/** The whole debrief as one HTML document that needs no script. Every word in it is escaped. */
export function renderDebriefPage(debrief: Debrief, texts: Texts, meta: DebriefMeta): string {
  return renderPage(<Page debrief={debrief} t={texts} meta={meta} />);
}

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
  readonly meta: DebriefMeta;
}

function Page({ debrief, t, meta }: Props): JSX.Element {
  const second = meta.second ?? null;
  const both = { debrief, t };
  return (
    <Layout
      language={meta.language}
      title={t('pages.debrief.title', { title: debrief.scenario.title })}
      t={t}
      back={{ href: meta.chatPath, label: t('pages.debrief.back') }}
      intro={<Intro debrief={debrief} t={t} />}
      footer={<Footer debrief={debrief} t={t} meta={meta} />}
    >
      <Missed {...both} />
      {meta.said && <FromTrainer said={meta.said} t={t} language={meta.language} />}
      <Ended {...both} second={second} />
      <KeepAndPractise {...both} second={second} />
      <MeterChart {...both} />
      <Weakest {...both} second={second} />
      <Untold {...both} />
      <Attention {...both} />
      <Scorecard {...both} second={second} />
      <Unsure {...both} second={second} />
      {second && <Understood attempt={debrief.attempt} turns={second.turns} token={second.token} t={t} />}
      <Preparation {...both} />
      <HelpLines {...both} />
      <Transcript {...both} second={second} />
      <Sources {...both} />
    </Layout>
  );
}

function Intro({ debrief, t }: Pick<Props, 'debrief' | 't'>): JSX.Element {
  return (
    <>
      <p>{t('pages.debrief.intro')}</p>
      {debrief.helpLines.length > 0 && (
        <p class="screen-only">
          <a href="#help">{t('pages.debrief.help.jump')}</a>
        </p>
      )}
    </>
  );
}

function Footer({ debrief, t, meta }: Props): JSX.Element {
  return (
    <>
      <p>{t('pages.debrief.private')}</p>
      <p class="screen-only actions">
        <a href={meta.chatPath}>{t('pages.debrief.back')}</a>
        {meta.second?.comparable && <a href={paths.compare(debrief.attempt)}>{t('pages.again.compare')}</a>}
        {meta.second && <a href={paths.bringAttempt(debrief.attempt)}>{t('share.debrief.link')}</a>}
        {meta.second && <a href={paths.progress(meta.language)}>{t('pages.progress.title')}</a>}
      </p>
    </>
  );
}
