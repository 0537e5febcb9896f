import type { JSX } from 'preact';
import type { MarkLevel } from '../../core/model/scoring';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';

/** What every page of trying things out is drawn with. */
export interface TryoutMeta {
  readonly t: Texts;
  readonly language: Locale;
  /** What the page's forms send along. */
  readonly token: string;
}

/** Whose something is; null for a name means that nobody is named. */
export function whose(
  t: Texts,
  { own, name }: { readonly own: boolean; readonly name: string | null },
): string | null {
  if (own) return t('tryout.yourself');
  return name === null ? null : t('tryout.of', { name: name || t('tryout.somebody') });
}

/** A level in words, with its dots for who sees them. */
export function LevelName({ level, t }: { readonly level: MarkLevel; readonly t: Texts }): JSX.Element {
  return (
    <span class={`level ${level}`}>
      <span class="symbol" aria-hidden="true">
        {t(`scorecard.levels.${level}.symbol`)}
      </span>{' '}
      {t(`scorecard.levels.${level}.name`)}
    </span>
  );
}

/** What came of what was sent, in words. */
export function Told({ words }: { readonly words: string | null }): JSX.Element | null {
  return words === null ? null : (
    <p class="told" role="status">
      {words}
    </p>
  );
}

/** These pages do not change by themselves: others go on meanwhile. */
export function Refresh({ href, t }: { readonly href: string; readonly t: Texts }): JSX.Element {
  return (
    <p class="screen-only">
      <a href={href}>{t('tryout.refresh')}</a>
    </p>
  );
}

/** After a warning about names and numbers the writer decides. */
export function KeepSo({ t }: { readonly t: Texts }): JSX.Element {
  return (
    <button type="submit" name="sure" value="yes">
      {t('room.notes.saveSo')}
    </button>
  );
}
