import { type Config, readConfig } from '../../src/config';

type Environment = Readonly<Record<string, string>>;

const MAIL = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'oefenen@example.org' };
const OUTSIDE = {
  HOST: '0.0.0.0',
  MICROSOFT_APP_ID: 'f0a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b',
  MICROSOFT_APP_PASSWORD: 'secret',
};

function accepted(environment: Environment): Config {
  const outcome = readConfig(environment);
  if (outcome.kind === 'problems') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config;
}

function refused(environment: Environment): readonly string[] {
  const outcome = readConfig(environment);
  return outcome.kind === 'problems' ? outcome.problems.map(({ what }) => what) : [];
}

describe('e-mail', () => {
  test('is not sent without settings', () => {
    expect(accepted({}).mail).toBeNull();
  });

  test.each([
    [
      'a relay without a password',
      'smtp://mail.example.org',
      { host: 'mail.example.org', port: 587, secure: false, requireTls: false, login: null },
    ],
    [
      'TLS from the start',
      'smtps://anna:p%40ss@mail.example.org',
      {
        host: 'mail.example.org',
        port: 465,
        secure: true,
        requireTls: false,
        login: { user: 'anna', password: 'p@ss' },
      },
    ],
    [
      'a password, which never goes over an open line',
      'smtp://anna:pass@mail.example.org:2525',
      { port: 2525, secure: false, requireTls: true },
    ],
    ['a password on this machine', 'smtp://anna:pass@127.0.0.1:25', { requireTls: false }],
    ['an address of six', 'smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ])('%s', (_, SMTP_URL, server) => {
    expect(accepted({ ...MAIL, SMTP_URL }).mail).toMatchObject(server);
  });

  test.each([
    ['oefenen@example.org', { name: '', address: 'oefenen@example.org' }],
    ['Bruggesprek <oefenen@example.org>', { name: 'Bruggesprek', address: 'oefenen@example.org' }],
    ['"Oefenen, samen" <o@example.org>', { name: 'Oefenen, samen', address: 'o@example.org' }],
  ])('from %s', (MAIL_FROM, from) => {
    expect(accepted({ ...MAIL, MAIL_FROM }).mail?.from).toEqual(from);
  });

  test.each<[string, Environment, readonly string[]]>([
    ['a server without a sender', { SMTP_URL: MAIL.SMTP_URL }, ['MAIL_FROM is missing.']],
    ['a sender without a server', { MAIL_FROM: MAIL.MAIL_FROM }, ['SMTP_URL is missing.']],
    ['links that lead nowhere', { ...MAIL, ...OUTSIDE }, ['PUBLIC_URL is missing.']],
    ['another protocol', { ...MAIL, SMTP_URL: 'https://mail.example.org' }, ['SMTP_URL cannot be read.']],
    ['no host', { ...MAIL, SMTP_URL: 'smtp://' }, ['SMTP_URL cannot be read.']],
    ['options that would be ignored', { ...MAIL, SMTP_URL: 'smtp://h?a=1' }, ['SMTP_URL cannot be read.']],
    ['half a login', { ...MAIL, SMTP_URL: 'smtp://anna@h' }, ['SMTP_URL cannot be read.']],
    ['a broken escape', { ...MAIL, SMTP_URL: 'smtp://anna:%zz@h' }, ['SMTP_URL cannot be read.']],
    ['no address', { ...MAIL, MAIL_FROM: 'Bruggesprek' }, ['MAIL_FROM cannot be read.']],
    ['two addresses', { ...MAIL, MAIL_FROM: 'a@b.nl, c@d.nl' }, ['MAIL_FROM cannot be read.']],
  ])('refuses %s', (_, environment, problems) => {
    expect(refused(environment)).toEqual(problems);
  });
});

describe('quiet hours', () => {
  test.each<[string, Environment, Config['quiet']]>([
    [
      'the evening, the night and the weekend',
      {},
      { hours: { from: '18:00', until: '08:00' }, weekends: true },
    ],
    [
      'other hours',
      { QUIET_HOURS: '21:30-07:15' },
      { hours: { from: '21:30', until: '07:15' }, weekends: true },
    ],
    ['none', { QUIET_HOURS: 'none', QUIET_WEEKENDS: '0' }, { hours: null, weekends: false }],
  ])('%s', (_, environment, quiet) => {
    expect(accepted(environment).quiet).toEqual(quiet);
  });

  test.each(['18-8', '24:00-08:00', '18:00-18:00', '18:00', 'never'])('refuses %s', (QUIET_HOURS) => {
    expect(refused({ QUIET_HOURS })).toEqual(['QUIET_HOURS cannot be read.']);
  });
});
