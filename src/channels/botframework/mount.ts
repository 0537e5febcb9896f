import type { Activity, InvokeResponse } from 'botbuilder';
import type restify from 'restify';
import type { Courier, PlaceCourier } from '../../core/model/letter';
import type { Conversations } from '../../core/model/message';
import { Refused, refusalOf, sendJson } from '../http/answers';
import { readJson } from '../http/body';
import { faultOf } from '../http/faults';
import { fromThisMachine, ownOrigin } from '../http/hosts';
import { type Caller, createAdapter, type TurnAdapter } from './adapter';
import { answerTurn } from './answerTurn';
import { authenticate, screenToken } from './authenticate';
import { createCourier } from './courier';
import { type Envelope, namesOf, readEnvelope, tenantOf } from './envelope';
import { createFirstTime } from './firstTime';
import { createInTurn, type InTurn } from './inTurn';
import { bringLateAnswers } from './lateAnswers';
import { type BotFrameworkOptions, type Door, doorOf } from './options';
import { createPlaceCourier } from './placeCourier';
import { speakFirst } from './proactive';
import { readServiceUrl } from './serviceUrl';

/** Room for the longest message that is taken, however it is escaped. */
const MAX_BODY_BYTES = 256 * 1024;

/** The Bot Framework's side of us. */
export interface BotFramework {
  /** Opens POST /api/messages for Teams and other Bot Framework channels. */
  mount(server: restify.Server, conversations: Conversations): void;
  /** Brings what was decided and never wholly left; answers how many. `baseUrl` is where our pages are. */
  bringLateAnswers(conversations: Pick<Conversations, 'delivered'>, baseUrl: string): Promise<number>;
  /** Speaks first to people who have the app. */
  courier(baseUrl: string): Courier;
  /** Speaks first where somebody had something announced. */
  readonly places: PlaceCourier;
}

/** Throws when it would let anybody in: without an app id only the development door on loopback can be opened. */
export function createBotFramework(options: BotFrameworkOptions): BotFramework {
  const door = doorOf(options);
  const adapter = createAdapter(door, options);
  const inTurn = createInTurn();
  const speak = speakFirst(adapter, options.appId ?? '');
  return {
    mount: (server, conversations) => mount(server, { door, adapter, inTurn, options, conversations }),
    bringLateAnswers: (conversations, baseUrl) =>
      bringLateAnswers({ speak, inTurn, baseUrl, options, conversations }),
    courier: (baseUrl) => createCourier(speak, baseUrl, options),
    places: createPlaceCourier(speak, options),
  };
}

interface MountParts {
  readonly door: Door;
  readonly adapter: TurnAdapter;
  readonly inTurn: InTurn;
  readonly options: BotFrameworkOptions;
  readonly conversations: Conversations;
}

function mount(server: restify.Server, { door, adapter, inTurn, options, conversations }: MountParts): void {
  const firstTime = createFirstTime();
  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    try {
      const { activity, envelope, enclosed, caller } = await receive(req, door, adapter, options);
      const names = namesOf(envelope);
      const arrived = {
        activity,
        envelope,
        names,
        baseUrl: options.baseUrl ?? ownOrigin(req, null),
        firstTime: () => firstTime(`${names.conversation} ${names.message}`),
      };
      const response = await inTurn(names.conversation, () =>
        adapter.turn(caller, enclosed, (context) => answerTurn(context, arrived, options, conversations)),
      );
      respond(res, response);
    } catch (error) {
      if (!(error instanceof Refused)) options.log.error({ fault: faultOf(error) }, 'bot-framework-failed');
      const { status, code } = refusalOf(error);
      sendJson(res, status, { error: { code } });
    }
  });
}

interface Received {
  readonly activity: unknown;
  readonly envelope: Envelope;
  /** The envelope as Bot Framework wants it. */
  readonly enclosed: Activity;
  readonly caller: Caller;
}

/** Reads a request and makes sure who sends it; the cheapest checks come first. */
async function receive(
  req: restify.Request,
  door: Door,
  adapter: TurnAdapter,
  options: BotFrameworkOptions,
): Promise<Received> {
  const token = knock(req, door, options);
  const activity = await readJson(req, MAX_BODY_BYTES);
  const envelope = readEnvelope(activity);
  if (envelope === null) throw new Refused(400, 'not-an-activity');
  if (door.kind === 'development') keepToThisMachine(envelope);
  const enclosed = forAdapter(envelope);
  const caller = await authenticate(adapter, enclosed, token);
  if (options.tenantId && tenantIsForeign(envelope, options.tenantId)) {
    throw new Refused(403, 'foreign-tenant');
  }
  return { activity, envelope, enclosed, caller };
}

/** The token to check, once it is worth checking; none is asked at the development door. */
function knock(req: restify.Request, door: Door, options: BotFrameworkOptions): string {
  switch (door.kind) {
    case 'authenticated':
      return screenToken(req.headers.authorization, options.cloud?.ToBotFromChannelTokenIssuer);
    case 'development':
      if (!fromThisMachine(req)) throw new Refused(403, 'not-from-here');
      return '';
  }
}

/** Answers go to the address that the activity names; unproven callers may only name this machine. */
function keepToThisMachine(envelope: Envelope): void {
  const host = readServiceUrl(envelope.serviceUrl)?.host ?? '';
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) throw new Refused(403, 'foreign-service');
}

/** Teams always names the tenant; a channel without tenants (web chat in Azure) has none to compare. */
function tenantIsForeign(envelope: Envelope, own: string): boolean {
  const tenant = tenantOf(envelope);
  return tenant === null ? envelope.channelId === 'msteams' : tenant.toLowerCase() !== own.toLowerCase();
}

/**
 * Only the envelope goes into the SDK, as its own copy; what a learner typed stays outside. Its types ask for more
 * than channels send.
 */
function forAdapter({ channelData: _, conversation, from, recipient, ...rest }: Envelope): Activity {
  const parts = { conversation: { ...conversation }, from: { ...from }, recipient: { ...recipient } };
  return { ...rest, ...parts } as unknown as Activity;
}

function respond(res: restify.Response, response: InvokeResponse | undefined): void {
  const status = response?.status ?? 200;
  if (response?.body !== undefined) {
    sendJson(res, status, response.body);
    return;
  }
  res.writeHead(status);
  res.end();
}
