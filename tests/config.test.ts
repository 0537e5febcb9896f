import { type Config, describeProblems, readConfig } from '../src/config';

const APP = 'f0a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b';
const TENANT = '11111111-2222-4333-8444-555555555555';
/** Where Teams finds us. */
const REACHED = { PUBLIC_URL: 'https://oefenen.example.org' };

const OPENID = {
  OPENID_ISSUER: 'https://login.example.org/tenant/v2.0',
  OPENID_CLIENT_ID: 'bruggesprek',
  OPENID_CLIENT_SECRET: 'secret',
};

type Environment = Readonly<Record<string, string>>;

function accepted(environment: Environment): Config {
  const outcome = readConfig(environment);
  if (outcome.kind === 'problems') throw new Error(describeProblems(outcome.problems));
  return outcome.config;
}

function refused(environment: Environment): readonly string[] {
  const outcome = readConfig(environment);
  return outcome.kind === 'problems' ? outcome.problems.map(({ what }) => what) : [];
}

test('without settings it serves this machine only, quietly, without Teams', () => {
  expect(accepted({})).toEqual({
    port: 3978,
    host: '127.0.0.1',
    dataFolder: './data',
    teamsAppId: null,
    databaseUrl: null,
    bot: { kind: 'closed' },
    publicUrl: null,
    openId: null,
    logLevel: 'warn',
    retentionDays: 180,
    recordStore: null,
    mail: null,
    quiet: { hours: { from: '18:00', until: '08:00' }, weekends: true },
  });
});

test.each<[string, Environment, Partial<Config>]>([
  ['a port', { PORT: '8080' }, { port: 8080 }],
  ['any free port', { PORT: '0' }, { port: 0 }],
  ['a data folder', { BRUGGESPREK_DATA: '/srv/data' }, { dataFolder: '/srv/data' }],
  [
    'a database',
    {
      BRUGGESPREK_DATABASE_URL: 'postgres://anna:p%40ss@db.example.org:5433/bruggesprek?sslmode=verify-full',
    },
    { databaseUrl: 'postgres://anna:p%40ss@db.example.org:5433/bruggesprek?sslmode=verify-full' },
  ],
  [
    'a database behind a socket',
    { BRUGGESPREK_DATABASE_URL: 'postgresql:///bruggesprek?host=/var/run/postgresql' },
    { databaseUrl: 'postgresql:///bruggesprek?host=/var/run/postgresql' },
  ],
  ['nothing said of keeping', {}, { retentionDays: 180, recordStore: null }],
  ['keeping for ever', { RETENTION_DAYS: '0' }, { retentionDays: null }],
  [
    'a learning record store',
    { LRS_URL: 'https://lrs.example.org/xapi/', LRS_KEY: 'key', LRS_SECRET: 'secret' },
    { recordStore: { url: 'https://lrs.example.org/xapi', key: 'key', secret: 'secret' } },
  ],
  ['empty variables', { PORT: '', HOST: ' ', LOG_LEVEL: '' }, { port: 3978, host: '127.0.0.1' }],
  ['another loopback name', { HOST: '::1' }, { host: '::1', logLevel: 'warn' }],
  ['a log level', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ['development on loopback', { BRUGGESPREK_DEV: '1' }, { bot: { kind: 'development' } }],
  [
    'development on another loopback name',
    { BRUGGESPREK_DEV: 'true', HOST: 'localhost' },
    { bot: { kind: 'development' } },
  ],
  ['development switched off', { BRUGGESPREK_DEV: 'false' }, { bot: { kind: 'closed' } }],
  [
    'a multi-tenant bot',
    { ...REACHED, MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 'secret' },
    {
      bot: {
        kind: 'authenticated',
        identity: { appId: APP, type: 'MultiTenant', password: 'secret', tenantId: '' },
      },
    },
  ],
  [
    'a single-tenant bot',
    {
      ...REACHED,
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_PASSWORD: 's',
      MICROSOFT_APP_TENANT_ID: TENANT,
      MICROSOFT_APP_TYPE: 'SingleTenant',
    },
    {
      bot: {
        kind: 'authenticated',
        identity: { appId: APP, type: 'SingleTenant', password: 's', tenantId: TENANT },
      },
    },
  ],
  [
    'a managed identity, which has no password',
    {
      ...REACHED,
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_TENANT_ID: TENANT,
      MICROSOFT_APP_TYPE: 'UserAssignedMSI',
    },
    {
      bot: {
        kind: 'authenticated',
        identity: { appId: APP, type: 'UserAssignedMSI', password: '', tenantId: TENANT },
      },
    },
  ],
  [
    'an address others reach, with an app id',
    { HOST: '0.0.0.0', ...REACHED, MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 's' },
    { host: '0.0.0.0', logLevel: 'info' },
  ],
  [
    'a public address',
    { PUBLIC_URL: 'https://oefenen.example.org/' },
    { publicUrl: 'https://oefenen.example.org' },
  ],
  [
    'accounts of an organisation',
    OPENID,
    {
      openId: {
        issuer: OPENID.OPENID_ISSUER,
        clientId: 'bruggesprek',
        clientSecret: 'secret',
        emailDomains: [],
      },
    },
  ],
  [
    'accounts of some domains, by a provider on this machine',
    {
      ...OPENID,
      OPENID_ISSUER: 'http://127.0.0.1:9000/realm',
      OPENID_EMAIL_DOMAINS: 'Voorbeeld.nl , team.example.org',
    },
    {
      openId: {
        issuer: 'http://127.0.0.1:9000/realm',
        clientId: 'bruggesprek',
        clientSecret: 'secret',
        emailDomains: ['voorbeeld.nl', 'team.example.org'],
      },
    },
  ],
  [
    'an address others reach, with accounts of an organisation and a public address',
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://oefenen.example.org', ...OPENID },
    { host: '0.0.0.0', publicUrl: 'https://oefenen.example.org' },
  ],
  ['a public address on loopback', { PUBLIC_URL: 'http://[::1]:3978' }, { publicUrl: 'http://[::1]:3978' }],
])('accepts %s', (_name, environment, expected) => {
  expect(accepted(environment)).toMatchObject(expected);
});

test.each<[string, Environment, readonly string[]]>([
  ['a port that is no number', { PORT: 'http' }, ['PORT cannot be read.']],
  ['a port that does not exist', { PORT: '70000' }, ['PORT cannot be read.']],
  [
    'an app id that is no id',
    { MICROSOFT_APP_ID: 'bot', MICROSOFT_APP_PASSWORD: 's' },
    ['MICROSOFT_APP_ID cannot be read.'],
  ],
  ['an unknown type', { MICROSOFT_APP_TYPE: 'Tenant' }, ['MICROSOFT_APP_TYPE cannot be read.']],
  ['a flag that is neither on nor off', { BRUGGESPREK_DEV: 'maybe' }, ['BRUGGESPREK_DEV cannot be read.']],
  ...[
    'bruggesprek',
    'mysql://host/bruggesprek',
    'postgres://host',
    'postgres://host/a/b',
    'postgres://h/%zz',
  ].map((url): [string, Environment, readonly string[]] => [
    `${url} for a database`,
    { BRUGGESPREK_DATABASE_URL: url },
    ['BRUGGESPREK_DATABASE_URL cannot be read.'],
  ]),
  [
    'a public address without TLS',
    { PUBLIC_URL: 'http://oefenen.example.org' },
    ['PUBLIC_URL cannot be read.'],
  ],
  ['a public address with a path', { PUBLIC_URL: 'https://example.org/bot' }, ['PUBLIC_URL cannot be read.']],
  [
    'several at once',
    { PORT: 'x', LOG_LEVEL: 'loud' },
    ['PORT cannot be read.', 'LOG_LEVEL cannot be read.'],
  ],
  [
    'an app id without password',
    { ...REACHED, MICROSOFT_APP_ID: APP },
    ['MICROSOFT_APP_PASSWORD is missing.'],
  ],
  [
    'a single tenant without tenant and password',
    { ...REACHED, MICROSOFT_APP_ID: APP, MICROSOFT_APP_TYPE: 'SingleTenant' },
    ['MICROSOFT_APP_PASSWORD is missing.', 'MICROSOFT_APP_TENANT_ID is missing.'],
  ],
  [
    'a managed identity without tenant',
    { ...REACHED, MICROSOFT_APP_ID: APP, MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
    ['MICROSOFT_APP_TENANT_ID is missing.'],
  ],
  [
    'an app id that Teams cannot reach',
    { MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 's' },
    ['PUBLIC_URL is missing.'],
  ],
  [
    'an app id behind plain http',
    { MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 's', PUBLIC_URL: 'http://localhost:3978' },
    ['PUBLIC_URL is not an https:// address.'],
  ],
  [
    'a managed identity with a password',
    {
      ...REACHED,
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_TYPE: 'UserAssignedMSI',
      MICROSOFT_APP_TENANT_ID: TENANT,
      MICROSOFT_APP_PASSWORD: 's',
    },
    ['MICROSOFT_APP_PASSWORD is set beside MICROSOFT_APP_TYPE=UserAssignedMSI.'],
  ],
  ['a password without app id', { MICROSOFT_APP_PASSWORD: 's' }, ['MICROSOFT_APP_ID is missing.']],
  ['a tenant without app id', { MICROSOFT_APP_TENANT_ID: TENANT }, ['MICROSOFT_APP_ID is missing.']],
  [
    'an address others reach, without app id',
    { HOST: '0.0.0.0' },
    ['HOST is 0.0.0.0, which others can reach.'],
  ],
  [
    'an address others reach, with accounts but no public address',
    { HOST: '0.0.0.0', ...OPENID },
    ['HOST is 0.0.0.0, which others can reach.'],
  ],
  [
    'an address others reach, with a public address only',
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://oefenen.example.org' },
    ['HOST is 0.0.0.0, which others can reach.'],
  ],
  ...['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'].map(
    (name): [string, Environment, readonly string[]] => [
      `accounts of an organisation without ${name}`,
      { ...OPENID, [name]: '' },
      [`${name} is missing.`],
    ],
  ),
  [
    'domains without a provider',
    { OPENID_EMAIL_DOMAINS: 'voorbeeld.nl' },
    ['OPENID_ISSUER is missing.', 'OPENID_CLIENT_ID is missing.', 'OPENID_CLIENT_SECRET is missing.'],
  ],
  ...['login.example.org', 'http://login.example.org', 'https://me:x@example.org', 'ftp://example.org'].map(
    (issuer): [string, Environment, readonly string[]] => [
      `${issuer} for a provider`,
      { ...OPENID, OPENID_ISSUER: issuer },
      ['OPENID_ISSUER cannot be read.'],
    ],
  ),
  [
    'domains that are none',
    { ...OPENID, OPENID_EMAIL_DOMAINS: '@voorbeeld.nl' },
    ['OPENID_EMAIL_DOMAINS cannot be read.'],
  ],
  [
    'development on an address others reach',
    { HOST: '192.0.2.1', BRUGGESPREK_DEV: '1' },
    ['HOST is 192.0.2.1, which others can reach.', 'BRUGGESPREK_DEV is on while HOST is 192.0.2.1.'],
  ],
  [
    'development together with an app id',
    { BRUGGESPREK_DEV: '1', ...REACHED, MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 's' },
    ['BRUGGESPREK_DEV and MICROSOFT_APP_ID are both set.'],
  ],
])('refuses %s', (_name, environment, expected) => {
  expect(refused(environment)).toEqual(expected);
});

test('every problem says what, why and how to mend it, and never repeats a secret', () => {
  const outcome = readConfig({
    MICROSOFT_APP_PASSWORD: 'very-secret',
    OPENID_CLIENT_SECRET: 'very-secret',
    BRUGGESPREK_DATABASE_URL: 'postgres://anna:very-secret@host',
    PORT: 'very-secret',
  });
  if (outcome.kind !== 'problems') throw new Error('accepted');
  const words = describeProblems(outcome.problems);
  expect(words).toMatch(/^✗ .+\n {2}why: .+\n {2}fix: .+$/m);
  expect(words).not.toContain('very-secret');
});
