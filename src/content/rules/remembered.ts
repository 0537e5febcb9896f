/** Works something out once for each thing, as long as that thing is in use: many rules ask the same. */
export function remembered<Of extends object, T>(work: (thing: Of) => T): (thing: Of) => T {
  const known = new WeakMap<Of, { readonly made: T }>();
  return (thing) => {
    const found = known.get(thing) ?? { made: work(thing) };
    known.set(thing, found);
    return found.made;
  };
}
