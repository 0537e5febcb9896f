import type { BroughtSentence } from '../../core/model/review';
import type { Locale } from '../../core/model/session';
import { OTHER_LETTER } from '../../core/review/bring';
import {
  LONGEST_REPORT,
  letterOf,
  type ReportFlaw,
  type ReportReading,
  turnsOf,
} from '../../core/review/readReport';
import { nameOfVoice } from '../../core/review/voiceName';
import type { Bringable } from './bringable';

/** A report that could be read. */
export type ReadCase = Extract<ReportReading, { ok: true }>;
export type CaseFlaw = ReportFlaw;

/** UTF-16 units. */
export const CASE_LIMIT = LONGEST_REPORT;

/** Reads what was said after these words of the other. */
export type ReadReply = (text: string, after: string) => readonly BroughtSentence[];

/** A report of a real talk; null when that speaker says nothing in it. */
export function reportToBring(
  report: ReadCase,
  professional: number,
  about: { readonly locale: Locale; readonly title: string; readonly other: string },
  read: ReadReply,
): Bringable | null {
  const { opening, turns } = turnsOf(report, professional);
  if (turns.length === 0) return null;
  const others = report.speakers.filter((_, speaker) => speaker !== professional);
  const name = (others.length === 1 && others[0]?.label) || about.other;
  return {
    source: { kind: 'own-case' },
    scenarioWords: new Set(),
    voices: report.speakers.map(({ label }, speaker) => ({
      name: nameOfVoice(label),
      is: speaker === professional ? 'own' : 'group',
    })),
    whole: {
      ...{ locale: about.locale, title: about.title, scenario: null, opening },
      other: { name, letter: letterOf(name, OTHER_LETTER) },
      turns: turns.map((turn, place) => ({
        ...turn,
        sentences: read(turn.text, turns[place - 1]?.answer ?? opening),
        before: null,
        meters: null,
      })),
      ...{ preparation: {}, reflection: {}, card: null, ending: '' },
    },
  };
}
