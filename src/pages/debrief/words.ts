import type { Texts } from '../../core/model/texts';

/** What an effect rule did and why, in words; a rule without words of its own gets the general ones. */
export function effectWords(t: Texts, rule: string): { readonly what: string; readonly because: string } {
  const key = `scorecard.effects.${rule.replaceAll(':', '-')}`;
  const own = t(`${key}.what`);
  const known = own === `${key}.what` ? 'scorecard.effects.unknown' : key;
  return { what: t(`${known}.what`), because: t(`${known}.because`) };
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
