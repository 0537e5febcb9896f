import type { Span } from '../model/understanding';
import { HIDDEN_KINDS, type HiddenKind } from './hiding/kinds';
import type { MovedText } from './moved';

/** A text in which was marked what must be hidden: "Ik ben {person:Sanne}". */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly { readonly kind: HiddenKind; readonly span: Span }[];
}

const MARK = /\{(\w+):([^{}]+)\}/g;

export function readMarked(marked: string): MarkedText {
  const marks: { kind: HiddenKind; span: Span }[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: name, 2: words = '', index } of marked.matchAll(MARK)) {
    const kind = HIDDEN_KINDS.find((one) => one === name);
    if (!kind) throw new Error(`"${name}" in "${whole}" is no kind; kinds are ${HIDDEN_KINDS.join(', ')}`);
    text += marked.slice(last, index);
    marks.push({ kind, span: { start: text.length, end: text.length + words.length } });
    text += words;
    last = index + whole.length;
  }
  return { text: text + marked.slice(last), marks };
}

/** What was missed and what was hidden without need, as written, with its text. */
export interface HidingError {
  readonly kind: HiddenKind;
  readonly words: string;
  readonly text: string;
}

export interface HidingScore {
  /** Marks of this kind, and how many of them nobody can read any more. */
  readonly marked: number;
  readonly hidden: number;
}

export interface HidingReport {
  readonly kinds: Readonly<Partial<Record<HiddenKind, HidingScore>>>;
  readonly all: HidingScore;
  /** Replacements, and how many of them touch a mark. */
  readonly replaced: number;
  readonly right: number;
  readonly missed: readonly HidingError[];
  readonly needless: readonly { readonly words: string; readonly text: string }[];
}

/** Recall: a mark counts as hidden when nothing of it is left. Precision: a replacement is right when it touches one. */
export function measureHiding(
  pairs: readonly { readonly marked: MarkedText; readonly hidden: MovedText }[],
): HidingReport {
  const kinds: Partial<Record<HiddenKind, HidingScore>> = {};
  const missed: HidingError[] = [];
  const needless: { words: string; text: string }[] = [];
  let replaced = 0;
  for (const { marked, hidden } of pairs) {
    for (const { kind, span } of marked.marks) {
      const gone = isCovered(hidden, span, marked.text);
      const { marked: count, hidden: done } = kinds[kind] ?? { marked: 0, hidden: 0 };
      kinds[kind] = { marked: count + 1, hidden: done + (gone ? 1 : 0) };
      if (!gone) missed.push({ kind, words: marked.text.slice(span.start, span.end), text: marked.text });
    }
    for (const { from } of hidden.pieces) {
      replaced += 1;
      if (!marked.marks.some(({ span }) => span.start < from.end && from.start < span.end))
        needless.push({ words: marked.text.slice(from.start, from.end), text: marked.text });
    }
  }
  const all = Object.values(kinds).reduce<HidingScore>(
    (sum, score) => ({ marked: sum.marked + score.marked, hidden: sum.hidden + score.hidden }),
    { marked: 0, hidden: 0 },
  );
  return { kinds, all, replaced, right: replaced - needless.length, missed, needless };
}

/** Every letter and digit of it was replaced. */
function isCovered({ pieces }: MovedText, span: Span, text: string): boolean {
  for (let place = span.start; place < span.end; place += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[place] ?? '')) continue;
    if (!pieces.some(({ from }) => from.start <= place && place < from.end)) return false;
  }
  return true;
}
