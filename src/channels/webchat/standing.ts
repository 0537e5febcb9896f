/** The page on which a form stands, from the address that the form is sent to. */
export type PlaceOfForm = (address: string) => string | null;

export interface Addressed {
  /** E.g. `/groups/:group`. */
  readonly path: string;
}

export interface SentForm extends Addressed {
  /** The page it stands on, where that is not the nearest one above it. */
  readonly standsOn?: string;
}

/**
 * Looks it up in the addresses that are served: a form of `/groups/:group/invitations` stands on `/groups/:group`,
 * unless it says otherwise or a page has the very same address.
 */
export function placesOfForms(forms: readonly SentForm[], pages: readonly Addressed[]): PlaceOfForm {
  const shown = new Set(pages.map(({ path }) => path));
  const places = forms.flatMap(({ path, standsOn }) => {
    const place = standsOn ?? nearest(path, shown);
    return place === null ? [] : [{ path: path.split('/'), place: place.split('/') }];
  });
  return (address) => {
    const parts = (address.split('?', 1)[0] ?? '').split('/');
    const found = places.find(({ path }) => fits(path, parts));
    return found ? found.place.map((part, i) => (part.startsWith(':') ? parts[i] : part)).join('/') : null;
  };
}

function nearest(path: string, shown: ReadonlySet<string>): string | null {
  if (shown.has(path)) return path;
  const above = path.slice(0, path.lastIndexOf('/'));
  return above === '' ? null : nearest(above, shown);
}

function fits(path: readonly string[], parts: readonly string[]): boolean {
  return path.length === parts.length && path.every((part, i) => part.startsWith(':') || part === parts[i]);
}
