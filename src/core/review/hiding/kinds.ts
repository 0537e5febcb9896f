import type { Span } from '../../model/understanding';

/** What can be told from words that are hidden. */
export const HIDDEN_KINDS = [
  'person',
  'school',
  'organisation',
  'place',
  'address',
  'email',
  'phone',
  'bsn',
  'iban',
  'number',
  'date',
  'plate',
  'link',
  'other',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

/** Numbers by which somebody can be found or robbed, and what the owner typed themselves: hidden whatever is ticked. */
export const NEVER_KEPT: ReadonlySet<HiddenKind> = new Set(['bsn', 'phone', 'iban', 'other']);

/** Words of a text that must not be read by others. */
export interface Finding {
  readonly kind: HiddenKind;
  readonly span: Span;
  /** Of people only: the names in it, plain, without small words and titles. */
  readonly parts?: readonly string[];
}

/** Keeps which characters of a text were found already: what was found first stands. */
export class Cover {
  readonly #taken: Uint8Array;
  readonly findings: Finding[] = [];

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree({ start, end }: Span): boolean {
    const place = this.#taken.subarray(start, end).indexOf(1);
    return place < 0;
  }

  add(finding: Finding): void {
    const { start, end } = finding.span;
    if (end <= start || !this.isFree(finding.span)) return;
    this.#taken.fill(1, start, end);
    this.findings.push(finding);
  }
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((left, right) => left.span.start - right.span.start);
}
