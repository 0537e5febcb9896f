import type { PersonalData, PersonalDataKind, Span } from '../model/understanding';
import { findFullNames } from './names';

/** Only so much of a reply is searched: what follows is not read by anybody else either. */
const MOST_READ = 20_000;

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;
const PHONE =
  /(?<![\d\p{L}])(?:(?:\+|00)(?:31|32)[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\d){7,8}|0[1-79](?:[ .-]?\d){8}|0[1-9]\d{1,2}[ .-]\d(?:[ .-]?\d){5,6})(?!\d)/gu;
const NINE_DIGITS = /(?<![\d+])\d(?:[ .-]?\d){8}(?!\d)/g;
const STREET =
  /\b\p{Lu}[\p{L}'’-]{1,30}(?: \p{L}[\p{L}'’-]{1,20}){0,2}?(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|steeg|dijk|pad|plantsoen|park|boulevard|markt|baan|wal|burg|veld|akker|meent|hoek|oord) ?\d{1,4}(?:[ -]?[a-zA-Z]{1,2}\b|[ -]\d{1,3})?/gu;
const STREET_LOWER =
  /\b\p{L}{3,24}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk|plantsoen) ?\d{1,4}\b/giu;
const POSTCODE = /\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b/g;

/**
 * Personal data that does not belong in a practice reply, in order of place; no character is named twice. `own` are
 * the names of the scenario.
 */
export function findPersonalData(text: string, own?: ReadonlySet<string>): readonly PersonalData[] {
  const read = text.length > MOST_READ ? text.slice(0, MOST_READ) : text;
  const found: PersonalData[] = /[\d@]/.test(read) ? [...findNumbers(read)] : [];
  for (const span of findFullNames(read, own)) {
    if (!found.some((other) => overlaps(other.span, span))) found.push({ kind: 'name', span });
  }
  return found.sort((left, right) => left.span.start - right.span.start);
}

function findNumbers(read: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  const add = (
    kind: PersonalDataKind,
    pattern: RegExp,
    holds: (value: string) => boolean = () => true,
  ): void => {
    for (const match of read.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (holds(match[0]) && !found.some((other) => overlaps(other.span, span))) found.push({ kind, span });
    }
  };
  add('email', EMAIL);
  add('iban', IBAN, isIban);
  add('bsn', NINE_DIGITS, isBsn);
  add('phone', PHONE, (value) => !/^0[89]00/.test(value));
  add('address', STREET);
  add('address', STREET_LOWER);
  add('address', POSTCODE);
  return found;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The eleven-proof of a Dutch citizen service number. */
export function isBsn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  if (digits.length !== 9 || /^0+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 8; at += 1) sum += Number(digits[at]) * (9 - at);
  return (sum - Number(digits[8])) % 11 === 0;
}

/** The remainder check of an international bank account number. */
export function isIban(value: string): boolean {
  const packed = value.replace(/ /g, '').toUpperCase();
  if (packed.length < 15 || packed.length > 34) return false;
  let rest = 0;
  for (const sign of packed.slice(4) + packed.slice(0, 4)) {
    const number = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
