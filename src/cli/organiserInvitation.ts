import { offerOrganiserLink } from '../app/organiserLink';
import type { Clock, Secrets, Store } from '../app/ports';
import type { Texts } from '../core/model/texts';
import { paths } from '../pages/paths';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly texts: Texts;
  /** Where browsers reach the server. */
  readonly origin: string;
}

/** The line that invites whoever started the server to run the installation; null when somebody does already. */
export async function organiserInvitation({ texts, origin, ...parts }: Parts): Promise<string | null> {
  const secret = await offerOrganiserLink(parts);
  if (secret === null) return null;
  return texts('entry.organiser.terminal', { url: `${origin}${paths.organiserLink(secret)}` });
}
