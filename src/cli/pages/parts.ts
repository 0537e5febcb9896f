import type { Guesses } from '../../app/guesses';
import type { AttemptRecord, Calendar, Clock, Ids, Secrets, Store } from '../../app/ports';
import type { QuietTimes } from '../../app/quietHours';
import type { SignInKeeper } from '../../app/signIns';
import type { Naming } from '../../app/xapi';
import type { OptOutTokens } from '../../channels/mail/optOutTokens';
import type { OpenIdDoor } from '../../channels/openid';
import type { Library } from '../../content/library';
import type { StagedScenario } from '../../core/deciding/playbook';
import type { PlaceCourier } from '../../core/model/letter';
import type { NoticeChannel } from '../../core/model/person';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';

/** How this installation reminds people. */
export interface ReminderParts {
  readonly quiet: QuietTimes;
  /** By which it can send. */
  readonly channels: readonly NoticeChannel[];
  /** Prove who wants no more e-mail. */
  readonly tokens: OptOutTokens;
  /** Stands before our pages, without a slash at the end; null where nobody else can reach them. */
  readonly origin: string | null;
}

/** What our pages are made from. */
export interface PageParts {
  readonly library: Library;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly secrets: Secrets;
  /** Whose browser is whose. */
  readonly signIns: SignInKeeper;
  /** How often codes are tried, over all ways in. */
  readonly guesses: Guesses;
  /** Whether whoever sits at this machine may come in as its guest. */
  readonly guests: boolean;
  /** Signing in with the account of an organisation; null where none is set. */
  readonly openId: OpenIdDoor | null;
  /** Names for what leaves this installation. */
  readonly naming: Naming;
  /** Days that untouched talks are kept; null for as long as nobody deletes them. */
  readonly retentionDays: number | null;
  readonly reminders: ReminderParts;
  /** Speaks where reviews were announced; null where this installation is not in Teams. */
  readonly places: PlaceCourier | null;
  /** Faults that nobody waits for. */
  readonly fault: (error: unknown) => void;
}

/** The scenario as it was when it was played; null when its content is gone. */
export async function stagedOf(
  { library, store }: Pick<PageParts, 'library' | 'store'>,
  attempt: AttemptRecord,
): Promise<StagedScenario | null> {
  const pinned = library.playbook.pinned.get(attempt.content);
  if (pinned !== undefined) return pinned;
  const kept = await store.content(attempt.content);
  return kept === null ? null : library.restage(kept);
}

/** Words in the form of address that the learner chose in a conversation. */
export async function textsIn(
  { library, store }: PageParts,
  conversation: string | null,
  locale: Locale,
): Promise<Texts> {
  const session = conversation === null ? null : await store.session(conversation);
  return library.playbook.texts(locale, session?.address ?? 'je');
}

/** A whole number from an address; null when it is none. */
export function numberFrom(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
