import type { JSX } from 'preact';
import type { AttemptRow } from '../../core/model/progress';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { TALK } from '../language';
import { paths } from '../paths';
import type { ProgressProps } from '../progress';
import { moment } from '../when';

/** Every talk with the way to its debrief, and the way to delete it. */
export function Attempts({ progress: { attempts }, t, language }: ProgressProps): JSX.Element | null {
  if (attempts.length === 0) return null;
  return (
    <Section id="attempts" title={t('pages.progress.attempts.title')}>
      <ul class="attempts">
        {attempts.map((row) => (
          <Row row={row} t={t} language={language} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ row, t, language }: { row: AttemptRow; t: Texts; language: Locale }): JSX.Element {
  const { attempt, title, finished, comparable, branch } = row;
  const about = { title, when: moment(language, row.at) };
  const link = (name: string, href: string) => (
    <a href={href} aria-label={t(`pages.progress.attempts.${name}Label`, about)}>
      {t(`pages.progress.attempts.${name}`)}
    </a>
  );
  return (
    <li>
      <p>
        <strong {...TALK}>{title}</strong>
      </p>
      <p class="about">{about.when}</p>
      {branch && (
        <p>{t('pages.progress.attempts.branch', { turn: branch.turn, when: moment(language, branch.of) })}</p>
      )}
      <p {...(row.endingTitle ? TALK : {})}>{endingWords(row, t)}</p>
      <p class="actions screen-only">
        {finished && link('debrief', paths.debrief(attempt))}
        {comparable && link('compare', paths.compare(attempt))}
        {link('forget', paths.forget(attempt, language))}
      </p>
    </li>
  );
}

function endingWords({ endingTitle, finished }: AttemptRow, t: Texts): string {
  return endingTitle ?? t(`pages.progress.attempts.${finished ? 'stopped' : 'unfinished'}`);
}
