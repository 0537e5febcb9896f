import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import helmet from 'helmet';
import type { Logger } from 'pino';
import restify from 'restify';
import { Refused, refusalOf, sendJson, sendRefusal, wantsPage } from './http/answers';
import { faultOf } from './http/faults';
import { allowFrames } from './http/frames';
import { addressed } from './http/hosts';
import { createLimiter, type Rate } from './http/limiter';

/** Everything that comes in through the web server adds its addresses here, and may close what it opened. */
export interface Door {
  open(server: WebServer): void;
  close?(): Promise<void> | void;
}

export type Handler = (req: restify.Request, res: restify.Response) => Promise<void>;

/** Answers a refusal with a page for people; false when it cannot, and then programs' words do. */
export type RefusalPage = (req: restify.Request, res: restify.Response, error: unknown) => Promise<boolean>;

/** What a door gets to work with. */
export interface WebServer {
  /** Adds an address; whatever the handler throws is answered as a refusal and logged without anyone's words. */
  route(method: 'get' | 'post', path: string, handler: Handler): void;
  /** How refusals look to people, at every address. */
  refuseWith(page: RefusalPage): void;
  /** For handlers that bring their own protocol, such as Bot Framework and WebSocket. */
  readonly restify: restify.Server;
  readonly logger: Logger;
  readonly publicUrl: string | null;
}

export interface ServerOptions {
  readonly logger: Logger;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly publicUrl: string | null;
  readonly doors: readonly Door[];
  /** Sites that may show our pages in a frame; none when left out. */
  readonly frames?: readonly string[];
  /** For each calling address. */
  readonly rate?: Rate;
}

export interface RunningServer {
  readonly port: number;
  /** Address to open on this machine. */
  readonly url: string;
  /** Takes no new requests, lets running ones finish, and ends. */
  close(): Promise<void>;
}

/** Generous, because a whole organisation may share one address; each learner's own limit is much lower. */
const DEFAULT_RATE: Rate = { perSecond: 200, burst: 1_000 };
const CLOSE_PATIENCE_MS = 5_000;
const REQUEST_PATIENCE_MS = 30_000;

const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

/** Starts the web server with its doors. Resolves once it listens. */
export async function startWebServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({
    name: '',
    log: options.logger as unknown as NonNullable<restify.ServerOptions['log']>,
    formatters: { 'application/json': (_req, _res, body: unknown) => formatted(body) },
  });
  let page: RefusalPage = async () => false;
  const refuse = (req: restify.Request, res: restify.Response, error: unknown) =>
    answerRefusal(page, options.logger, req, res, error);
  guard(server, options, refuse);
  refuseUnknown(server, refuse);
  logRequests(server, options.logger);
  const web: WebServer = {
    route: (method, path, handler) =>
      addRoute(server, { logger: options.logger, refuse }, method, path, handler),
    refuseWith(given) {
      page = given;
    },
    restify: server,
    logger: options.logger,
    publicUrl: options.publicUrl,
  };
  web.route('get', '/health', async (_req, res) => sendJson(res, 200, { status: 'ok' }));
  for (const door of options.doors) door.open(web);
  return listening(server, options);
}

/** Answers of restify itself (no such address, no such method) go out without its own wording. */
function formatted(body: unknown): string {
  if (!(body instanceof Error)) return JSON.stringify(body);
  const { code, message } = refusalOf(body);
  return JSON.stringify({ error: { code, message } });
}

type Refuse = (req: restify.Request, res: restify.Response, error: unknown) => Promise<void>;

/** A page for people, a short code for programs. */
async function answerRefusal(
  page: RefusalPage,
  logger: Logger,
  req: restify.Request,
  res: restify.Response,
  error: unknown,
): Promise<void> {
  // Under a name that is not ours there are no pages of ours.
  const forPeople = wantsPage(req) && refusalOf(error).status !== 421;
  try {
    if (forPeople && (await page(req, res, error))) return;
  } catch (fault) {
    logger.error({ requestId: req.id(), fault: faultOf(fault) }, 'refusal-page-failed');
  }
  if (res.headersSent) res.destroy();
  else sendRefusal(res, error);
}

/** Addresses that are not there, and ways in which an address is not used, never come to a handler. */
function refuseUnknown(server: restify.Server, refuse: Refuse): void {
  for (const event of ['NotFound', 'MethodNotAllowed'])
    server.on(event, (req: restify.Request, res: restify.Response, error: unknown, next: () => void) => {
      // Restify words it for programs itself.
      if (wantsPage(req)) void refuse(req, res, error);
      else next();
    });
}

function guard(server: restify.Server, options: ServerOptions, refuse: Refuse): void {
  const limited = createLimiter(options.rate ?? DEFAULT_RATE);
  server.pre((req: restify.Request, res: restify.Response, next: restify.Next) => {
    allowFrames(res, options.frames ?? []);
    secure(req, res, () => {
      const refusal = check(req, res, options.publicUrl, limited);
      if (refusal === null) return next();
      void refuse(req, res, refusal).then(() => next(false));
    });
  });
}

function check(
  req: IncomingMessage,
  res: ServerResponse,
  publicUrl: string | null,
  limited: (caller: string) => number,
): Refused | null {
  if (addressed(req, publicUrl) === 'foreign') return new Refused(421, 'unknown-host');
  const wait = limited(req.socket.remoteAddress ?? '');
  if (wait === 0) return null;
  res.setHeader('Retry-After', String(wait));
  return new Refused(429, 'too-many-requests');
}

function addRoute(
  server: restify.Server,
  { logger, refuse }: { readonly logger: Logger; readonly refuse: Refuse },
  method: 'get' | 'post',
  path: string,
  handler: Handler,
): void {
  server[method](path, async (req: restify.Request, res: restify.Response) => {
    try {
      await handler(req, res);
    } catch (error) {
      if (!(error instanceof Refused)) {
        logger.error({ requestId: req.id(), route: path, fault: faultOf(error) }, 'request-failed');
      }
      if (res.headersSent) res.destroy();
      else await refuse(req, res, error);
    }
  });
}

/** One line a request: which route, how it went, how long it took. Never a query, a header or a body. */
function logRequests(server: restify.Server, logger: Logger): void {
  server.on('after', (req: restify.Request, res: restify.Response, route: { path?: unknown } | null) => {
    const started = (req as unknown as { _timeStart: [number, number] })._timeStart;
    const [seconds, nanoseconds] = process.hrtime(started);
    logger.info(
      {
        requestId: req.id(),
        method: req.method,
        route: typeof route?.path === 'string' ? route.path : null,
        status: res.statusCode,
        ms: Math.round(seconds * 1e3 + nanoseconds / 1e6),
      },
      'request',
    );
  });
}

async function listening(server: restify.Server, options: ServerOptions): Promise<RunningServer> {
  server.server.requestTimeout = REQUEST_PATIENCE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.server.listen(options.port, options.host, resolve);
  });
  server.on('error', (error: unknown) => options.logger.error({ fault: faultOf(error) }, 'server-error'));
  const { port } = server.server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { port, url: `http://${name}:${port}`, close: () => close(server, options.doors) };
}

async function close(server: restify.Server, doors: readonly Door[]): Promise<void> {
  const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
  await Promise.all(doors.map((door) => door.close?.()));
  const impatient = setTimeout(() => server.server.closeAllConnections(), CLOSE_PATIENCE_MS);
  server.server.closeIdleConnections();
  await closed;
  clearTimeout(impatient);
}
