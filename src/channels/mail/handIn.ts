import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery } from '../../core/model/letter';
import type { MailServer, Patience } from './options';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** What became of it, and how far it came. */
interface Ending {
  readonly error: unknown;
  /** Whether the server had begun to read the message itself. */
  readonly begun: boolean;
}

const GONE = new Set([550, 551, 553]);

/**
 * Hands one message to the mail server, on a connection of its own. As long as the server has not asked for the
 * message itself, nothing can have arrived. From then on only a clear answer tells; silence leaves it uncertain.
 */
export async function handIn(
  server: MailServer,
  envelope: Envelope,
  message: Buffer,
  patience: Patience,
): Promise<Delivery> {
  return deliveryOf(await converse(server, envelope, message, patience));
}

function converse(
  server: MailServer,
  envelope: Envelope,
  message: Buffer,
  patience: Patience,
): Promise<Ending> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    connectionTimeout: patience.step,
    greetingTimeout: patience.step,
    dnsTimeout: patience.step,
    socketTimeout: patience.step,
  });
  let begun = false;
  const body = new Readable({
    read() {
      begun = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const end = (error: unknown) => {
      clearTimeout(impatient);
      resolve({ error, begun });
      connection.close();
    };
    const impatient = setTimeout(() => end(new Error('It takes too long.')), patience.whole);
    connection.on('error', end);
    connection.on('end', () => end(new Error('The server hung up.')));
    const send = () =>
      connection.send({ from: envelope.from, to: [envelope.to] }, body, (error) => end(error ?? null));
    connection.connect((error) => {
      if (error) return end(error);
      if (server.login === null) return send();
      const { user, password } = server.login;
      connection.login({ user, credentials: { user, pass: password } }, (refusal) =>
        refusal ? end(refusal) : send(),
      );
    });
  });
}

function deliveryOf({ error, begun }: Ending): Delivery {
  if (error === null) return 'sent';
  const { command, status } = answerOf(error);
  // Saying that it closes down, a server did not take what it was handed. (RFC 5321 3.8)
  const clear = status !== null && (command === 'DATA' || status === 421);
  if (begun && !clear) return 'uncertain';
  if (status === null || status < 500) return { retryAfterSeconds: null };
  if (command === 'RCPT TO') return GONE.has(status) ? 'gone' : 'refused';
  // That our own address or password is not accepted says nothing of this message: it waits until that is mended.
  return command === 'DATA' ? 'refused' : { retryAfterSeconds: null };
}

function answerOf(error: unknown): { readonly command: string | null; readonly status: number | null } {
  if (!(error instanceof Error)) return { command: null, status: null };
  const { command, responseCode, code } = error as Error & Readonly<Record<string, unknown>>;
  // An address that cannot even be written on an envelope.
  if (code === 'EENVELOPE' && command === 'API') return { command: 'RCPT TO', status: 550 };
  return {
    command: typeof command === 'string' ? command : null,
    status: typeof responseCode === 'number' ? responseCode : null,
  };
}
