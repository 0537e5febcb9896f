import { byHand } from './hiding/byHand';
import { findInstitutions } from './hiding/institutions';
import { Cover, type Finding, type HiddenKind, inOrder, NEVER_KEPT } from './hiding/kinds';
import { findNumbers } from './hiding/numbers';
import { findAgain, findPeople, findUnknownNames } from './hiding/people';
import { findPlaces } from './hiding/places';
import { type KnownPerson, partsOf, SameOne } from './hiding/sameOne';
import { plainName, type Token, tokensOf } from './hiding/tokens';
import type { Known } from './hiding/words';
import { type MovedText, replacePieces } from './moved';

/** Who brings the talk has a stand-in of their own; who reads it has none: it would tell who is in the group. */
export type StandInKind = HiddenKind | 'own';

/** What is known before the first word is read, and what the owner decided after looking. */
export interface Hiding {
  readonly people: readonly KnownPerson[];
  /** Words of the scenario: its people are nobody's. */
  readonly scenario: ReadonlySet<string>;
  /** What was hidden and may be read after all, as it was written; never a number that leads to somebody. */
  readonly keep: readonly string[];
  /** What must go too, wherever it stands. It only adds: nothing is less hidden because of it. */
  readonly hide: readonly string[];
  /** What stands in the place of the nth of a kind, from 1: "[naam 2]". */
  readonly standIn: (kind: StandInKind, number: number) => string;
}

/** One person, school, number … that was hidden, under one stand-in. */
export interface Replacement {
  readonly standIn: string;
  readonly kind: StandInKind;
  /** Whether it may not be put back. */
  readonly always: boolean;
  /** Different ways in which it was written, in order of appearance. */
  readonly forms: readonly string[];
  readonly times: number;
}

export interface Pseudonymised {
  /** As many as were handed in, in that order. */
  readonly texts: readonly MovedText[];
  /** In order of appearance. */
  readonly replacements: readonly Replacement[];
}

/**
 * Hides what tells who people are, over all texts of one talk alike: the same person has the same stand-in
 * everywhere. Takes time in proportion to the length and refuses nothing. What nobody can know from the words alone
 * (a rare event, a profession, who somebody is by what they say) it leaves.
 */
export function pseudonymise(texts: readonly string[], hiding: Hiding): Pseudonymised {
  const people = hiding.people.filter(({ name }) => name.trim() !== '');
  const known: Known = {
    scenario: new Set([...hiding.scenario].map(plainName)),
    parts: new Set(people.flatMap(({ name }) => partsOf(name))),
  };
  const found = findAll(texts, known, hiding);
  const same = new SameOne(people);
  for (const { parts } of found.flat()) if (parts) same.learn(parts);
  const standIns = new StandIns(same, hiding.standIn);
  return {
    texts: texts.map((text, place) => {
      const pieces = (found[place] ?? []).map((finding) => ({
        span: finding.span,
        by: standIns.for(finding, text.slice(finding.span.start, finding.span.end)),
      }));
      return replacePieces(text, pieces);
    }),
    replacements: standIns.all(),
  };
}

function findAll(
  texts: readonly string[],
  known: Known,
  { keep, hide }: Hiding,
): readonly (readonly Finding[])[] {
  const kept = new Set(keep.map(plainName));
  const read = texts.map((text) => {
    const cover = new Cover(text.length);
    const tokens = tokensOf(text);
    findNumbers(text, cover);
    findInstitutions(tokens, known, cover);
    findPeople(tokens, known, cover);
    findPlaces(tokens, known, cover);
    findUnknownNames(tokens, known, cover);
    return { text, tokens, cover };
  });
  const stays = (text: string, { kind, span }: Finding): boolean =>
    !NEVER_KEPT.has(kind) && kept.has(plainName(text.slice(span.start, span.end)));
  const parts = partsFound(read, stays);
  return read.map(({ text, tokens, cover }) => {
    findAgain(tokens, parts, known, cover);
    const found = cover.findings.filter((finding) => !stays(text, finding));
    return inOrder([...found, ...byHand(text, hide, found)]);
  });
}

function partsFound(
  read: readonly { readonly text: string; readonly tokens: readonly Token[]; readonly cover: Cover }[],
  stays: (text: string, finding: Finding) => boolean,
): ReadonlySet<string> {
  return new Set(
    read.flatMap(({ text, cover }) =>
      cover.findings.flatMap((finding) => (stays(text, finding) ? [] : (finding.parts ?? []))),
    ),
  );
}

interface Standing {
  readonly standIn: string;
  readonly kind: StandInKind;
  readonly forms: Set<string>;
  times: number;
}

/** Hands out stand-ins, in the order in which they are asked for. */
class StandIns {
  readonly #same: SameOne;
  readonly #words: Hiding['standIn'];
  readonly #byKey = new Map<string, Standing>();
  readonly #counts = new Map<StandInKind, number>();

  constructor(same: SameOne, words: Hiding['standIn']) {
    this.#same = same;
    this.#words = words;
  }

  for(finding: Finding, written: string): string {
    const key = finding.parts ? this.#same.of(finding.parts) : plainName(written);
    const kind = finding.parts && this.#same.isOwn(key) ? 'own' : finding.kind;
    const standing = this.#standing(kind, key);
    standing.forms.add(written);
    standing.times += 1;
    return standing.standIn;
  }

  all(): readonly Replacement[] {
    return [...this.#byKey.values()].map(({ forms, ...standing }) => ({
      ...standing,
      always: standing.kind !== 'own' && NEVER_KEPT.has(standing.kind),
      forms: [...forms],
    }));
  }

  #standing(kind: StandInKind, key: string): Standing {
    const place = `${kind}:${key}`;
    const there = this.#byKey.get(place);
    if (there) return there;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const fresh: Standing = { standIn: this.#words(kind, number), kind, forms: new Set(), times: 0 };
    this.#byKey.set(place, fresh);
    return fresh;
  }
}
