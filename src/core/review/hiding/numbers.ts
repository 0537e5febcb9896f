import type { PersonalDataKind } from '../../model/understanding';
import { findPersonalData } from '../../understanding/personalData';
import type { Cover, HiddenKind } from './kinds';

const MONTHS =
  'jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|january|february|march|may|june|july|august|october';
/** Where a pattern has a group, that is what is hidden. */
const PATTERNS: readonly (readonly [HiddenKind, RegExp])[] = [
  ['iban', /\b[A-Z]{2} ?\d{2} ?[A-Z]{4}(?: ?\d){10}\b/giu],
  ['link', /\bhttps?:\/\/[^\s<>"']{3,300}[^\s<>"'.,;:!?)\]]/giu],
  ['link', /\bwww\.[\p{L}\p{N}.-]{2,100}(?:\/[^\s<>"']{0,200}[^\s<>"'.,;:!?)\]])?/giu],
  [
    'email',
    /[\p{L}\p{N}_-]{1,40}(?: ?(?:punt|dot|\.) ?[\p{L}\p{N}_-]{1,40}){0,3} (?:at|apenstaartje|apestaartje) [\p{L}\p{N}-]{2,40} ?(?:punt|dot|\.) ?(?:com|nl|be|org|net)\b/giu,
  ],
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/gu],
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{2,63}/gu],
  [
    'link',
    /\b[\p{L}\p{N}-]{2,63}\.(?:nl|com|be|org|net|eu|info|amsterdam)\b(?:\/[^\s<>"']{0,200}[^\s<>"'.,;:!?)\]])?/giu,
  ],
  ['link', /(?<![\p{L}\p{N}@.])@[\p{L}\p{N}_.]{1,29}[\p{L}\p{N}_]/gu],
  [
    'link',
    /\b(?:insta|instagram|snap|snapchat|tiktok|gebruikersnaam|username|discord)(?: (?:is|heet|naam))?:? ([\p{L}.]{0,30}[\p{N}_][\p{L}\p{N}_.]{2,30}|[\p{L}]{2,30}\.[\p{L}\p{N}_.]{2,30})/giu,
  ],
  ['link', /(?<![\p{L}\p{N}_])[\p{L}]+_[\p{L}\p{N}_]{1,30}/gu],
  ['date', new RegExp(`\\b\\d{1,2}(?:e|ste|de)? (?:${MONTHS})\\.? (?:19|20)\\d{2}\\b`, 'giu')],
  ['date', /(?<![\d-])\d{1,2}([-/.])\d{1,2}\1(?:(?:19|20)\d{2}|\d{2})(?![\d-])/gu],
  ['date', /(?<![\d-])(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?![\d-])/gu],
  [
    'date',
    new RegExp(
      `\\b(?:geboren|geb\\.?|jarig|verjaart|verjaardag is|born)(?: is| zijn)?(?: op| in| on)? ((?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS}) \\d{1,2}|(?:${MONTHS}) (?:19|20)\\d{2}|(?:19|20)\\d{2})\\b)`,
      'giu',
    ),
  ],
  ['date', new RegExp(`\\b\\d{1,2} (?:${MONTHS})(?= (?:jarig|geboren|verjaart))`, 'giu')],
  ['number', /(?<![\p{L}\p{N}])[A-Z]{2}(?=[A-Z\d]{0,5}\d{4})[A-Z\d]{6}\d(?![\p{L}\p{N}])/gu],
  ['address', /\b\p{Lu}\p{L}{2,30}str\. ?\d{1,4}(?:-\d{1,3}|[a-z])?\b/gu],
  [
    'plate',
    /(?<![\p{L}\p{N}-])(?=[\p{L}-]*\d)(?=[\d-]*\p{L})(?:(?:[A-Z]{1,3}|\d{1,3})-){2}(?:[A-Z]{1,3}|\d{1,3})(?![\p{L}\p{N}-])/giu,
  ],
  ['phone', /(?<![\p{L}\p{N}])\+\d{1,3}(?:[ .-]?\(0\))?(?:[ .-]?\d){7,12}(?!\d)/gu],
  ['phone', /(?<![\p{L}\p{N}.,-])0 ?\(?[1-9]\)?(?:[ .\-–/()]{0,3}\d){8}(?!\d)/gu],
  [
    'number',
    /(?:nummer|kenmerk|polis|dossier|zaak|number|klantnr|clientnr|nr)\.?:?(?: (?:is|was|luidt))?:? #?((?:[A-Z]{1,4}[-/. ]?)?\d[\d./-]{3,}\d)/giu,
  ],
  ['address', /\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b/gu],
  ['address', /\b[1-9]\d{3}(?!gr|kg|km|cm|mm|ml|ct|st|de|en|eu|sa|sd|ss)[a-z]{2}\b/gu],
  [
    'address',
    /\b(?:Laan|Plein|Weg|Dijk|Singel|Hof|Burgemeester|Prins(?:es)?|Koning(?:in)?|Graaf|Dokter|Professor|Sint) (?:van |der |de |den |het |’t |'t )*\p{Lu}[\p{L}-]{2,30}(?:(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|dijk|plantsoen|park)\b(?: \d{1,4}(?:-\d{1,3}|[a-z])?\b)?| \d{1,4}(?:-\d{1,3}|[a-z])?\b)/gu,
  ],
];
/** So many come first: what they find holds names and numbers that others would take for themselves. */
const WRITTEN_TOGETHER = 6;
/** A long row of digits that is no amount; looked at last. */
const DIGITS =
  /(?<![\p{L}\p{N}.,€-])(?<!€ )(?!0[89]00)\d(?:[ -]?\d){6,}(?![\p{L}\p{N}]|[.,]\d| ?(?:euro|keer|%|procent|mensen))/gu;

const KIND_OF: Readonly<Record<PersonalDataKind, HiddenKind | null>> = {
  bsn: 'bsn',
  phone: 'phone',
  email: 'email',
  iban: 'iban',
  address: 'address',
  // Names are looked for apart, and further.
  name: null,
};

/** Everything that is known by how it is written: numbers, addresses, dates and links. */
export function findNumbers(text: string, cover: Cover): void {
  const [links, rest] = [PATTERNS.slice(0, WRITTEN_TOGETHER), PATTERNS.slice(WRITTEN_TOGETHER)];
  for (const [kind, pattern] of links) findAll(text, kind, pattern, cover);
  for (const { from, piece } of piecesOf(text)) {
    for (const { kind, span } of findPersonalData(piece)) {
      const hidden = KIND_OF[kind];
      if (hidden !== null)
        cover.add({ kind: hidden, span: { start: from + span.start, end: from + span.end } });
    }
  }
  for (const [kind, pattern] of rest) findAll(text, kind, pattern, cover);
  findAll(text, 'number', DIGITS, cover);
}

function findAll(text: string, kind: HiddenKind, pattern: RegExp, cover: Cover): void {
  for (const match of text.matchAll(pattern)) {
    const inner = kind === 'date' && match[1]?.length === 1 ? match[0] : (match[1] ?? match[0]);
    const start = match.index + match[0].lastIndexOf(inner);
    cover.add({ kind, span: { start, end: start + inner.length } });
  }
}

/** Only so much is searched at once, so that a long report takes no longer than its length. */
const PIECE = 4000;

/** A text in pieces, cut at white space where there is any. */
function* piecesOf(text: string): Generator<{ readonly from: number; readonly piece: string }> {
  let from = 0;
  while (from < text.length) {
    let end = Math.min(text.length, from + PIECE);
    if (end < text.length) {
      const line = text.lastIndexOf('\n', end);
      const space = text.lastIndexOf(' ', end);
      if (line > from + PIECE / 2) end = line + 1;
      else if (space > from + PIECE / 2) end = space + 1;
    }
    yield { from, piece: text.slice(from, end) };
    from = end;
  }
}
