import type { Typed } from './typed';

export type RemarkProblem = 'missing' | 'too-long';

/** A few lines of a trainer about somebody's talk. Characters, as people count them roughly. */
export const NOTE_LENGTH = 2000;
export const REASON_LENGTH = 500;

/** Some lines of text, without what cannot be seen. */
export function readRemark(text: string | undefined, most: number): Typed<RemarkProblem> {
  const value = (text ?? '')
    .normalize('NFC')
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?![\n\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .trim();
  if (value === '') return { ok: false, problem: 'missing' };
  return value.length > most ? { ok: false, problem: 'too-long' } : { ok: true, value };
}
