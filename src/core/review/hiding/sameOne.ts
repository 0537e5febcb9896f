import { plainName, tokensOf } from './tokens';

/** Somebody whose name is known beforehand, because they bring the talk, will read it, or are called so in it. */
export interface KnownPerson {
  readonly name: string;
  /** Who brings the talk, or somebody else. */
  readonly is: 'own' | 'group';
}

/** Tells which names are of one and the same person. */
export class SameOne {
  readonly #whole = new Map<string, string>();
  readonly #byPart = new Map<string, Set<string>>();
  readonly #known: readonly KnownPerson[];

  constructor(known: readonly KnownPerson[]) {
    this.#known = known;
    for (const [place, { name }] of known.entries()) this.#learn(partsOf(name), `known:${place}`);
  }

  /** To be told all names before the first is asked for. */
  learn(parts: readonly string[]): void {
    if (parts.length > 1 && !this.#whole.has(keyOf(parts))) this.#learn(parts, keyOf(parts));
  }

  /** The same for the same person. A part that several people have belongs to none of them. */
  of(parts: readonly string[]): string {
    const whole = this.#whole.get(keyOf(parts));
    if (whole !== undefined) return whole;
    const [only = ''] = parts;
    const people = parts.length === 1 ? this.#byPart.get(only) : undefined;
    const [one] = people ?? [];
    return people?.size === 1 && one !== undefined ? one : keyOf(parts);
  }

  /** Whether it is who brings the talk. */
  isOwn(key: string): boolean {
    const place = /^known:(\d+)$/.exec(key)?.[1];
    return place !== undefined && this.#known[Number(place)]?.is === 'own';
  }

  #learn(parts: readonly string[], key: string): void {
    this.#whole.set(keyOf(parts), key);
    for (const part of parts) {
      const people = this.#byPart.get(part) ?? new Set();
      people.add(key);
      this.#byPart.set(part, people);
    }
  }
}

const SMALL = new Set(
  'van de der den het ter ten te von da dos du la le el al ait ben bin ibn abu'.split(' '),
);

/** The plain names in a name, without the small words between them. */
export function partsOf(name: string): readonly string[] {
  const all = tokensOf(name).map(({ plain }) => plain);
  const parts = all.filter((part) => part.length > 1 && !SMALL.has(part));
  return parts.length > 0 ? parts : [plainName(name.trim())];
}

function keyOf(parts: readonly string[]): string {
  return parts.join(' ');
}
