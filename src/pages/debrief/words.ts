import type { Cause } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';

/** What an effect rule did and why: in its own words, else in those of its plain rule, else in general ones. */
export function effectWords(t: Texts, cause: Pick<Cause, 'rule' | 'plain'>): EffectWords {
  return wordsOf(t, cause.rule) ?? (cause.plain ? wordsOf(t, cause.plain) : null) ?? general(t);
}

interface EffectWords {
  readonly what: string;
  readonly because: string;
}

function wordsOf(t: Texts, rule: string): EffectWords | null {
  const key = `scorecard.effects.${rule.replaceAll(':', '-')}`;
  const what = t(`${key}.what`);
  return what === `${key}.what` ? null : { what, because: t(`${key}.because`) };
}

function general(t: Texts): EffectWords {
  return { what: t('scorecard.effects.unknown.what'), because: t('scorecard.effects.unknown.because') };
}

export function turnName(t: Texts, turn: number): string {
  return t('pages.debrief.turn', { turn });
}

export function shows(t: Texts, rule: string): string {
  return t(`scorecard.indicators.${rule}.shows`);
}

export function instead(t: Texts, rule: string): string {
  return t(`scorecard.indicators.${rule}.instead`);
}
