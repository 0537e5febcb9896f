import type { JSX } from 'preact';
import type { Suggestion } from '../../core/model/progress';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import type { ProgressProps } from '../progress';
import { day } from '../when';

/** What to practise now, or when there is something to practise again. */
export function Next({ progress: { suggestion, tip }, t, language }: ProgressProps): JSX.Element | null {
  if (!suggestion) return null;
  const criterion = t(`scorecard.criteria.${suggestion.criterion}.name`);
  const when = (iso: string) => day(language, iso);
  return (
    <Section id="next" title={t('pages.progress.next.title')}>
      <p class="ending">
        {t(`pages.progress.next.${kindOf(suggestion)}`, { criterion, when: when(suggestion.dueAt) })}
      </p>
      <p>{t(`scorecard.criteria.${suggestion.criterion}.about`)}</p>
      <p class="about">{lastWords(suggestion, t, when)}</p>
      {tip && (
        <p class="tip">
          <strong>{t('pages.progress.next.tip')}</strong> {t(`scorecard.tips.${tip}`)}
        </p>
      )}
      <p class="about">{t('pages.progress.next.why')}</p>
    </Section>
  );
}

function kindOf({ due, last }: Suggestion): 'due' | 'later' | 'first' {
  if (!due) return 'later';
  return last ? 'due' : 'first';
}

function lastWords({ last }: Suggestion, t: Texts, when: (iso: string) => string): string {
  if (!last) return t('pages.progress.next.unseen');
  const level = t(`scorecard.levels.${last.level}.name`);
  return t('pages.progress.next.dueSince', { when: when(last.at), level });
}
