type Whole<T extends object> = { [K in keyof T]: Exclude<T[K], undefined> };

/** With exactOptionalPropertyTypes an absent part is absent, not undefined. */
export function withoutUndefined<T extends object>(value: T): Whole<T> {
  const parts = Object.entries(value);
  if (parts.every(([, part]) => part !== undefined)) return value as Whole<T>;
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as Whole<T>;
}
