import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** Makes the clients by which answers leave. */
export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** A channel has an address for each region and organisation; more than this many are seldom in use at once. */
const KEPT = 100;

/**
 * Keeps a client for each address instead of making one at each turn, which cost as much as all else about a turn.
 * Clients hold nothing about a turn; they all speak for this one bot, and renew its token themselves.
 */
export function keepConnectors(sendWithinMs: number): (factory: ConnectorFactory) => ConnectorFactory {
  const kept = new Map<string, Promise<Connector>>();
  return (factory) => ({
    create: (serviceUrl: string, audience?: string) => {
      const key = JSON.stringify([serviceUrl, audience]);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = factory
        .create(serviceUrl, audience)
        .then((connector) => sendOnce(connector, sendWithinMs));
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
      return made;
    },
  });
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
