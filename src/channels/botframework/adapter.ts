import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type ConnectorFactory, keepConnectors } from './connectors';
import type { BotFrameworkOptions, Door } from './options';
import { SEND_WITHIN_MS } from './options';

/** A caller whose token was checked, as Bot Framework wants it handed on. */
export type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Claims = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type UserTokens = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/**
 * Bot Framework's adapter without its HTTP handling: that prints and sends out internals of errors. Requests are
 * read and answered in `mount.ts`, callers checked in `authenticate.ts`.
 */
export class TurnAdapter extends CloudAdapter {
  constructor(readonly authentication: ConfigurationBotFrameworkAuthentication) {
    super(authentication);
  }

  /** Runs one turn; what must go back as the answer to the request itself is returned. */
  turn(
    caller: Caller,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }
}

/** Hands out careful connectors, whether we answer or speak first, and makes none of its clients twice. */
class CarefulAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #careful: (factory: ConnectorFactory) => ConnectorFactory;
  #userTokens: Promise<UserTokens> | null = null;

  constructor(settings: Readonly<Record<string, string>>, sendWithinMs: number) {
    super(settings);
    this.#careful = keepConnectors(sendWithinMs);
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Caller> {
    const caller = await super.authenticateRequest(activity, header);
    if (caller.connectorFactory === undefined)
      throw new TypeError('A checked caller comes with a connector.');
    return { ...caller, connectorFactory: this.#careful(caller.connectorFactory) };
  }

  override createConnectorFactory(claims: Claims): ConnectorFactory {
    return this.#careful(super.createConnectorFactory(claims));
  }

  /** Every turn is given one; we never use it, and it would be the same each time: all claims name this bot. */
  override createUserTokenClient(claims: Claims): Promise<UserTokens> {
    this.#userTokens ??= super.createUserTokenClient(claims).catch((error: unknown) => {
      this.#userTokens = null;
      throw error;
    });
    return this.#userTokens;
  }
}

export function createAdapter(door: Door, options: BotFrameworkOptions): TurnAdapter {
  const settings = door.kind === 'authenticated' ? door.settings : {};
  return new TurnAdapter(
    new CarefulAuthentication({ ...options.cloud, ...settings }, options.sendWithinMs ?? SEND_WITHIN_MS),
  );
}
