import type { Socket } from 'node:net';
import { createMailCourier } from '../../../src/channels/mail/courier';
import type { MailServer } from '../../../src/channels/mail/options';
import { createOptOutTokens } from '../../../src/channels/mail/optOutTokens';
import type { Delivery } from '../../../src/core/model/letter';
import { sampleLetter, samplePerson } from '../../support/letters';
import { startMailServer, startScriptedServer } from '../../support/mailServer';

const AGAIN: Delivery = { retryAfterSeconds: null };
const PATIENCE = { step: 250, whole: 600 };
const tokens = createOptOutTokens('a secret');

function courierTo(port: number, changes: Partial<MailServer> = {}) {
  return createMailCourier({
    server: { host: '127.0.0.1', port, secure: false, requireTls: false, login: null, ...changes },
    sender: {
      from: { name: 'Bruggesprek', address: 'oefenen@example.org' },
      origin: 'https://oefenen.example.org',
    },
    tokens,
    stopPath: (token) => `/reminders/stop/${token}`,
    patience: PATIENCE,
  });
}

function sendTo(port: number, changes: Partial<MailServer> = {}): Promise<Delivery> {
  return courierTo(port, changes).send(sampleLetter(), samplePerson('anna'));
}

describe('to a real mail server', () => {
  test('hands in the words, the day and a way to stop', async () => {
    const server = await startMailServer();
    expect(await sendTo(server.port)).toBe('sent');
    await server.close();

    expect(server.taken).toMatchObject([{ from: 'oefenen@example.org', to: ['anna@example.org'] }]);
    const raw = (server.taken[0]?.raw ?? '').replace(/\r\n[ \t]/g, ' ');
    expect(raw).toContain('From: Bruggesprek <oefenen@example.org>');
    expect(raw).toContain('Message-ID: <notice-1@example.org>');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).toContain(
      `List-Unsubscribe: <https://oefenen.example.org/reminders/stop/${tokens.issue('anna')}>`,
    );
    expect(raw).toContain('Auto-Submitted: auto-generated');
    const parts = decodedParts(server.taken[0]?.raw ?? '');
    expect(parts['text/plain']).toContain('Huiswerk: Gesprek “één” 😀');
    expect(parts['text/plain']).toContain('https://oefenen.example.org/homework/h1');
    expect(parts['text/html']).toContain('&lt;Wijkteam&gt; &amp; co');
    expect(parts['text/html']).not.toContain('<Wijkteam>');
    expect(parts['text/html']).not.toMatch(/<(script|img|link)/);
    expect(parts['text/calendar']).toContain('DTSTART;VALUE=DATE:20260329');
    expect(parts['text/calendar']).toContain('UID:homework-h1@bruggesprek');
  });

  test('needs no day', async () => {
    const server = await startMailServer();
    await courierTo(server.port).send(sampleLetter({ day: null }), samplePerson('anna'));
    await server.close();
    expect(server.taken[0]?.raw).not.toContain('text/calendar');
  });

  test('signs in where it must', async () => {
    const server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'anna' && password === 'p@ss' ? done(null, { user: 1 }) : done(new Error('Nee.')),
    });
    expect(await sendTo(server.port, { login: { user: 'anna', password: 'p@ss' } })).toBe('sent');
    expect(await sendTo(server.port, { login: { user: 'anna', password: 'wrong' } })).toEqual(AGAIN);
    await server.close();
    expect(server.taken).toHaveLength(1);
  });

  test('sends nothing where TLS is asked for and not there', async () => {
    const server = await startMailServer();
    expect(await sendTo(server.port, { requireTls: true })).toEqual(AGAIN);
    await server.close();
    expect(server.taken).toEqual([]);
  });

  test.each<[string, number, Delivery]>([
    ['a mailbox that is not there', 550, 'gone'],
    ['a full mailbox', 552, 'refused'],
    ['a mailbox that is busy', 450, AGAIN],
  ])('%s', async (_, responseCode, delivery) => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('Nee.'), { responseCode })),
    });
    expect(await sendTo(server.port)).toEqual(delivery);
    await server.close();
  });

  test.each<[string, number, Delivery]>([
    ['a sender that is refused, until that is mended', 550, AGAIN],
    ['a sender that must wait', 451, AGAIN],
  ])('%s', async (_, responseCode, delivery) => {
    const server = await startMailServer({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('Nee.'), { responseCode })),
    });
    expect(await sendTo(server.port)).toEqual(delivery);
    await server.close();
  });

  test.each<[string, number, Delivery]>([
    ['a message that is refused', 554, 'refused'],
    ['a message that is put off', 451, AGAIN],
  ])('%s', async (_, responseCode, delivery) => {
    const server = await startMailServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(Object.assign(new Error('Nee.'), { responseCode })));
      },
    });
    expect(await sendTo(server.port)).toEqual(delivery);
    await server.close();
  });

  test.each(['anna', 'anna@', 'a@b\r\nRCPT TO:<eve@example.org>', 'anna@example.org,eve@example.org'])(
    'never writes %j on an envelope for others',
    async (email) => {
      const server = await startMailServer();
      const delivery = await courierTo(server.port).send(sampleLetter(), samplePerson('anna', { email }));
      await server.close();
      expect(server.taken.flatMap(({ to }) => to).filter((to) => to.includes('eve'))).toEqual([]);
      expect(delivery === 'sent' && email.includes('eve')).toBe(false);
    },
  );

  test('somebody without an address is not there', async () => {
    expect(await courierTo(1).send(sampleLetter(), samplePerson('anna', { email: null }))).toBe('gone');
  });
});

describe('when the line fails', () => {
  /** What an ordinary server says, until the step at which this one does something else. */
  function playing(step: RegExp, act: (socket: Socket) => string | null) {
    let body = false;
    return (line: string, socket: Socket): string | null => {
      if (body && line !== '.') return null;
      if (step.test(line)) return act(socket);
      if (line === '.') return '250 taken';
      if (/^EHLO/.test(line)) return '250 test';
      if (/^DATA/.test(line)) {
        body = true;
        return '354 go on';
      }
      return '250 fine';
    };
  }
  const hangUp = (socket: Socket) => {
    socket.destroy();
    return null;
  };
  const sayNothing = () => null;

  test('nobody listens', async () => {
    const server = await startScriptedServer(() => null);
    await server.close();
    expect(await sendTo(server.port)).toEqual(AGAIN);
  });

  test('the server never greets', async () => {
    const server = await startScriptedServer(() => null, null);
    expect(await sendTo(server.port)).toEqual(AGAIN);
    await server.close();
  });

  test.each<[string, RegExp, (socket: Socket) => string | null, Delivery]>([
    ['hangs up before the envelope', /^EHLO/, hangUp, AGAIN],
    ['hangs up at the sender', /^MAIL/, hangUp, AGAIN],
    ['falls silent at the recipient', /^RCPT/, sayNothing, AGAIN],
    ['hangs up before it asks for the message', /^DATA/, hangUp, AGAIN],
    ['hangs up when it has the message', /^\.$/, hangUp, 'uncertain'],
    ['falls silent when it has the message', /^\.$/, sayNothing, 'uncertain'],
    ['closes down when it has the message', /^\.$/, () => '421 closing down', AGAIN],
    ['takes it', /^$^/, sayNothing, 'sent'],
  ])('the server %s', async (_, step, act, delivery) => {
    const server = await startScriptedServer(playing(step, act));
    expect(await sendTo(server.port)).toEqual(delivery);
    await server.close();
  });
});

/** The leaves of a message, by type. */
function decodedParts(raw: string): Readonly<Record<string, string>> {
  const leaves = raw.split(/\r\n--[^\r\n]+\r\n/).slice(1);
  return Object.fromEntries(
    leaves.flatMap((leaf) => {
      const [head = '', ...body] = leaf.split('\r\n\r\n');
      const type = /content-type: ([^;\s]+)/i.exec(head)?.[1];
      if (type === undefined || type.startsWith('multipart/')) return [];
      return [[type, decoded(/content-transfer-encoding: (\S+)/i.exec(head)?.[1], body.join('\r\n\r\n'))]];
    }),
  );
}

function decoded(encoding: string | undefined, body: string): string {
  switch (encoding) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable': {
      const bytes = body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString('utf8');
    }
    default:
      return body;
  }
}
