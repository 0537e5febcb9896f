import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotFrameworkOptions, Door } from './options';
import { SEND_WITHIN_MS } from './options';

/** A caller whose token was checked, as Bot Framework wants it handed on. */
export type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Connector = Awaited<ReturnType<NonNullable<Caller['connectorFactory']>['create']>>;

/**
 * Bot Framework's adapter without its HTTP handling: that prints and sends out internals of errors. Requests are
 * read and answered in `mount.ts`, callers checked in `authenticate.ts`.
 */
export class TurnAdapter extends CloudAdapter {
  readonly #sendWithinMs: number;

  constructor(
    readonly authentication: ConfigurationBotFrameworkAuthentication,
    sendWithinMs: number,
  ) {
    super(authentication);
    this.#sendWithinMs = sendWithinMs;
  }

  /** Runs one turn; what must go back as the answer to the request itself is returned. */
  turn(
    caller: Caller,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const { connectorFactory } = caller;
    if (connectorFactory === undefined) throw new TypeError('A checked caller comes with a connector.');
    const careful = carefulFactory(connectorFactory, this.#sendWithinMs);
    return this.processActivity({ ...caller, connectorFactory: careful }, activity, logic);
  }
}

type Factory = NonNullable<Caller['connectorFactory']>;

function carefulFactory(factory: Factory, withinMs: number): Factory {
  return {
    create: async (serviceUrl: string, audience?: string) =>
      sendOnce(await factory.create(serviceUrl, audience), withinMs),
  };
}

/** The same care where we speak first. */
class CarefulAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #sendWithinMs: number;

  constructor(settings: Readonly<Record<string, string>>, sendWithinMs: number) {
    super(settings);
    this.#sendWithinMs = sendWithinMs;
  }

  override createConnectorFactory(
    claims: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0],
  ): Factory {
    return carefulFactory(super.createConnectorFactory(claims), this.#sendWithinMs);
  }
}

export function createAdapter(door: Door, options: BotFrameworkOptions): TurnAdapter {
  const settings = door.kind === 'authenticated' ? door.settings : {};
  const sendWithinMs = options.sendWithinMs ?? SEND_WITHIN_MS;
  return new TurnAdapter(
    new CarefulAuthentication({ ...options.cloud, ...settings }, sendWithinMs),
    sendWithinMs,
  );
}

interface Pipeline {
  removePolicy(policy: { readonly name: string }): readonly unknown[];
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: { timeout: number }, next: (request: unknown) => unknown): unknown;
  }): void;
}

/**
 * Takes the connector's habit of sending again after an error: after a 5xx the message may well have arrived, and
 * the learner would read it twice. A connector that hangs is left after a while.
 */
function sendOnce(connector: Connector, withinMs: number): Connector {
  const { client } = connector as unknown as { readonly client?: { readonly pipeline?: Pipeline } };
  if (client?.pipeline === undefined) throw new TypeError('The connector has no pipeline any more.');
  client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  client.pipeline.addPolicy({
    name: 'bruggesprekDeadline',
    sendRequest: (request, next) => {
      request.timeout = withinMs;
      return next(request);
    },
  });
  return connector;
}
