import { linesOf, type ReportLine } from './reportLines';
import { OTHER_LABELS, OWN_LABELS } from './reportWords';

/** What one person says without being interrupted. */
export interface ReportPart {
  /** Index of the speaker. */
  readonly speaker: number;
  readonly text: string;
}

export interface ReportSpeaker {
  /** As written; '' where the report has no names. */
  readonly label: string;
  readonly parts: number;
}

/** Why a report cannot be read: there is nothing, too much, one voice only, or more than can be told apart. */
export type ReportFlaw = 'empty' | 'too-long' | 'one-voice' | 'too-many-voices';

export type ReportReading =
  | {
      readonly ok: true;
      readonly speakers: readonly ReportSpeaker[];
      readonly parts: readonly ReportPart[];
      /** Who is most likely the professional, as an index. */
      readonly professional: number;
      /** What stood before the first voice: a heading, a note. It does not go along. */
      readonly preface: string;
      /** Lines that may begin with who says them, but were read as going on from the line before. */
      readonly doubtful: readonly string[];
    }
  | { readonly ok: false; readonly flaw: ReportFlaw };

/** In UTF-16 units: about an hour of talking. */
export const LONGEST_REPORT = 60_000;
const MOST_VOICES = 6;

/**
 * Reads a report of a talk, word for word: "P1: …", "Moeder: …", names with times as a recording gives them, or
 * paragraphs in turn without names. Never throws; the same text always reads the same.
 */
export function readReport(report: string): ReportReading {
  if (report.trim() === '') return { ok: false, flaw: 'empty' };
  if (report.length > LONGEST_REPORT) return { ok: false, flaw: 'too-long' };
  const lines = withDashes(linesOf(report));
  const labels = speakingLabels(lines);
  if (labels.size > MOST_VOICES) return { ok: false, flaw: 'too-many-voices' };
  if (labels.size >= 2) return labelled(lines, labels);
  const named = lines.filter(({ label }) => label !== null).length;
  return named * 2 > lines.length ? { ok: false, flaw: 'one-voice' } : inTurn(lines);
}

/** How labels are told apart: "Moeder 2" and "moeder" are one. */
function voiceOf(label: string): string {
  return label.toLowerCase().replace(/\s?\d+$/, '');
}

/** Labels that name a voice: those that are sure, that come back, or that people use; "Ik dacht: …" once is none. */
function speakingLabels(lines: readonly ReportLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const sure = new Set<string>();
  for (const line of lines) {
    if (line.label === null) continue;
    const voice = voiceOf(line.label);
    counts.set(voice, (counts.get(voice) ?? 0) + 1);
    if (line.sure || OWN_LABELS.has(voice)) sure.add(voice);
  }
  const voices = [...counts].filter(([voice, times]) => times > 1 || sure.has(voice)).map(([voice]) => voice);
  if (voices.length > 1) return new Set(voices);
  return new Set([...voices, ...[...counts.keys()].filter((voice) => !/\s/.test(voice))]);
}

/** "Ik - dag" as "Ik: dag", where that can only be somebody who speaks. */
function withDashes(lines: readonly ReportLine[]): readonly ReportLine[] {
  const voices = speakingLabels(lines);
  const isOpen = ({ label }: ReportLine): boolean => label === null || !voices.has(voiceOf(label));
  const dashed = lines.flatMap((line) => (line.dashed && isOpen(line) ? [voiceOf(line.dashed.label)] : []));
  const spoken = new Set(dashed.filter((voice) => mayDash(voice, voices, dashed)));
  if (new Set([...voices, ...spoken]).size < 2) return lines;
  return lines.map((line) =>
    line.dashed && isOpen(line) && spoken.has(voiceOf(line.dashed.label))
      ? { ...line, ...line.dashed }
      : line,
  );
}

/** A dash says less than a colon: who is known by a colon, the professional, or without colons whoever comes back. */
function mayDash(voice: string, voices: ReadonlySet<string>, dashed: readonly string[]): boolean {
  if (voices.has(voice)) return true;
  if (OWN_LABELS.has(voice)) return ![...voices].some((one) => OWN_LABELS.has(one));
  const times = dashed.filter((one) => one === voice).length;
  return voices.size < 2 && (OTHER_LABELS.has(voice) || times > 1);
}

function labelled(lines: readonly ReportLine[], voices: ReadonlySet<string>): ReportReading {
  const order: string[] = [];
  const names = new Map<string, string>();
  const parts: { speaker: number; text: string }[] = [];
  const preface: string[] = [];
  const doubtful: string[] = [];
  for (const { label, text, dashed } of lines) {
    const voice = label === null ? null : voiceOf(label);
    if (label !== null && voice !== null && voices.has(voice)) {
      if (!names.has(voice)) {
        order.push(voice);
        names.set(voice, label.replace(/\s?\d+$/, ''));
      }
      add(parts, order.indexOf(voice), text);
      continue;
    }
    const whole = label === null ? text : `${label}: ${text}`;
    const last = parts.at(-1);
    if (!last) {
      preface.push(whole);
      continue;
    }
    last.text = `${last.text} ${whole}`.trim();
    if (dashed || (label !== null && !/\s/.test(label))) doubtful.push(whole);
  }
  return reading(
    parts,
    order.map((voice) => names.get(voice) ?? ''),
    preface.join(' '),
    doubtful,
  );
}

/** Nobody is named: each paragraph, or each line where there are no paragraphs, is the other's. */
function inTurn(lines: readonly ReportLine[]): ReportReading {
  const paragraphs = lines.some(({ afterGap }, place) => afterGap && place > 0);
  const said: string[] = [];
  for (const [place, { label, text, afterGap }] of lines.entries()) {
    const whole = (label === null ? text : `${label}: ${text}`).replace(/^[-–—•*]\s+/, '');
    if (paragraphs && !afterGap && place > 0) said.push(`${said.pop() ?? ''} ${whole}`.trim());
    else said.push(whole);
  }
  if (said.length < 2) return { ok: false, flaw: 'one-voice' };
  return reading(
    said.map((text, place) => ({ speaker: place % 2, text })),
    ['', ''],
    '',
  );
}

function add(parts: { speaker: number; text: string }[], speaker: number, text: string): void {
  const last = parts.at(-1);
  if (last?.speaker === speaker) last.text = `${last.text} ${text}`.trim();
  else parts.push({ speaker, text });
}

function reading(
  all: readonly ReportPart[],
  labels: readonly string[],
  preface: string,
  doubtful: readonly string[] = [],
): ReportReading {
  const parts = all.filter(({ text }) => text !== '');
  const speakers = labels.map((label, speaker) => ({
    label,
    parts: parts.filter((part) => part.speaker === speaker).length,
  }));
  if (speakers.filter((one) => one.parts > 0).length < 2) return { ok: false, flaw: 'one-voice' };
  const own = labels.findIndex((label) => OWN_LABELS.has(voiceOf(label)));
  return { ok: true, speakers, parts, professional: Math.max(0, own), preface, doubtful };
}

/** A turn of a report: what the professional said and what came back. */
export interface ReportTurn {
  readonly number: number;
  readonly text: string;
  readonly answer: string;
}

export interface ReportTalk {
  /** What the other said before the professional said anything. */
  readonly opening: string;
  readonly turns: readonly ReportTurn[];
}

/** A report in turns, seen from one of its speakers. Where there are several others, it says who says what. */
export function turnsOf(
  { speakers, parts }: Extract<ReportReading, { ok: true }>,
  professional: number,
): ReportTalk {
  const several = speakers.length > 2;
  const turns: { number: number; text: string; answer: string }[] = [];
  let opening = '';
  for (const { speaker, text } of parts) {
    if (speaker === professional) {
      const last = turns.at(-1);
      if (last && last.answer === '') last.text = `${last.text} ${text}`;
      else turns.push({ number: turns.length + 1, text, answer: '' });
      continue;
    }
    const said = several ? `${speakers[speaker]?.label ?? ''}: ${text}` : text;
    const last = turns.at(-1);
    if (last) last.answer = `${last.answer} ${said}`.trim();
    else opening = `${opening} ${said}`.trim();
  }
  return { opening, turns };
}

/** The letter that the other's turns are numbered with: the first of their label, unless that is the professional's. */
export function letterOf(label: string, fallback: string): string {
  const first = /^\p{L}/u.exec(label.trim())?.[0]?.toUpperCase() ?? fallback;
  return first === 'P' ? fallback : first;
}
