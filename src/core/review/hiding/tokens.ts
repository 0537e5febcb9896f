import type { Span } from '../../model/understanding';
import { COMMON_WORDS } from '../../understanding/dutch/commonWords';
import { plainLetters, stemOf } from '../../understanding/words';

/** A word of a text that is searched for what must be hidden. */
export interface Token {
  readonly text: string;
  /** Small letters without accents; without the "'s" of a possessive. */
  readonly plain: string;
  /** Without the "'s". */
  readonly span: Span;
  readonly capital: boolean;
  /** All letters are capitals, and there is more than one. */
  readonly caps: boolean;
  /** First of a sentence, a line or a quote: there a capital says nothing. */
  readonly opens: boolean;
  /** What stands between this word and the one before it. */
  readonly before: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /['’]s$/i;
const OPENING = /(?:[.!?…:;\n\r"“”„«»()[\]*•|]|(?:^|\s)[-–—'‘])\s*['‘"“„(]*$/;

/** The words of a text with how they are written. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const bare = word.replace(POSSESSIVE, '');
    const before = text.slice(last, index);
    tokens.push({
      text: bare,
      plain: plainName(bare),
      span: { start: index, end: index + bare.length },
      capital: /^\p{Lu}/u.test(bare),
      caps: bare.length > 1 && /\p{Lu}/u.test(bare) && bare === bare.toUpperCase(),
      opens:
        last === 0 || (OPENING.test(before.slice(-12)) && !/^\.? ?$/.test(beforeInitial(before, tokens))),
      before,
    });
    last = index + word.length;
  }
  return tokens;
}

/** A full stop after one capital is an initial's ("A. Kaya"), and closes nothing. */
function beforeInitial(before: string, tokens: readonly Token[]): string {
  const previous = tokens.at(-1);
  return previous !== undefined && /^\p{Lu}$/u.test(previous.text) && before.startsWith('.') ? before : '-';
}

/** As names are compared. */
export function plainName(text: string): string {
  return plainLetters(text).replaceAll('ı', 'i');
}

/** Whether a word stands right after another: one space, perhaps after the stop of an abbreviation. */
export function isNext(token: Token | undefined): token is Token {
  return token !== undefined && /^(?:\.? |-)$/.test(token.before);
}

let stems: ReadonlySet<string> | null = null;

/** An everyday word, another form of one, or two of them written as one. */
export function isCommon(plain: string): boolean {
  if (COMMON_WORDS.has(plain)) return true;
  stems ??= new Set([...COMMON_WORDS].filter((word) => word.length > 4).map(stemOf));
  if (plain.length > 4 && plain.length < 40 && stems.has(stemOf(plain))) return true;
  return plain.includes('-') ? plain.split('-').every((part) => COMMON_WORDS.has(part)) : isCompound(plain);
}

const LONGEST_COMPOUND = 32;

function isCompound(plain: string): boolean {
  if (plain.length < 8 || plain.length > LONGEST_COMPOUND) return false;
  for (let cut = 4; cut <= plain.length - 4; cut += 1) {
    const head = plain.slice(0, cut);
    if (
      COMMON_WORDS.has(plain.slice(cut)) &&
      (COMMON_WORDS.has(head) || COMMON_WORDS.has(head.replace(/s$/, '')))
    )
      return true;
  }
  return false;
}
