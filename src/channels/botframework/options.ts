import type { Logger } from 'pino';
import type { TeamsHome } from '../../core/model/delivery';
import type { ReviewsInPublic } from '../../core/model/openReview';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';

/** How the bot is registered in Azure. */
export type BotRegistration = 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';

export interface BotFrameworkOptions {
  readonly appId?: string;
  readonly password?: string;
  readonly tenantId?: string;
  /** Default: single tenant when a tenant is given, else multi-tenant. */
  readonly type?: BotRegistration;
  /** Both must be true to open the door without app id: nobody is asked who they are. */
  readonly development?: boolean;
  /** Whether the server listens to this machine only. */
  readonly loopback?: boolean;
  /** Address of our pages as learners reach them; null takes the one by which the request reached us. */
  readonly baseUrl: string | null;
  readonly texts: (locale: Locale, address: Address) => Texts;
  /** What is kept about people beside what they say. */
  readonly home: TeamsHome;
  /** Announces reviews where people ask for them; without it there are none here. */
  readonly reviews?: ReviewsInPublic;
  /** The app's id in Teams; null when pages cannot be opened inside it. */
  readonly teamsAppId?: string | null;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Bot Framework's own settings for another cloud than the public one, passed on as they are. */
  readonly cloud?: Readonly<Record<string, string>>;
  /** Milliseconds a turn may take before the learner sees that somebody is typing. */
  readonly typingAfterMs?: number;
  /** Milliseconds the connector gets to take one activity. */
  readonly sendWithinMs?: number;
}

export const TYPING_AFTER_MS = 1_000;
export const SEND_WITHIN_MS = 10_000;

/** Who may come in: proven callers only, or anyone on this machine. */
export type Door =
  | { readonly kind: 'authenticated'; readonly settings: BotSettings }
  | { readonly kind: 'development' };

/** As Bot Framework wants its settings named. */
export interface BotSettings {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword?: string;
  readonly MicrosoftAppTenantId?: string;
  readonly MicrosoftAppType: BotRegistration;
}

/** Decides which door to open. Throws when that would be an open one by accident, or one that cannot answer. */
export function doorOf(options: BotFrameworkOptions): Door {
  if (!options.appId) {
    if (options.development === true && options.loopback === true) return { kind: 'development' };
    throw new Error(
      'Bot Framework without app id accepts everybody. Give an app id, or set the development flag on loopback.',
    );
  }
  const type = options.type ?? (options.tenantId ? 'SingleTenant' : 'MultiTenant');
  if (type !== 'UserAssignedMSI' && !options.password) throw new Error(`A ${type} bot needs its password.`);
  if (type !== 'MultiTenant' && !options.tenantId) throw new Error(`A ${type} bot needs its tenant id.`);
  return {
    kind: 'authenticated',
    settings: {
      MicrosoftAppId: options.appId,
      MicrosoftAppType: type,
      ...(type === 'UserAssignedMSI' ? {} : { MicrosoftAppPassword: options.password ?? '' }),
      ...(options.tenantId ? { MicrosoftAppTenantId: options.tenantId } : {}),
    },
  };
}
