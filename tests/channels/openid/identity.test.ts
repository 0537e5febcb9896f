import { identityOf } from '../../../src/channels/openid/identity';

const TENANT = '11111111-2222-4333-8444-555555555555';
const OBJECT = 'F0A1B2C3-D4E5-4F60-8A7B-9C0D1E2F3A4B';
const ENTRA = { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, sub: 'x', tid: TENANT, oid: OBJECT };
const OTHER = { iss: 'https://id.example.org', sub: 'anna' };

it('gives people of Microsoft 365 the id they have in Teams', () => {
  expect(identityOf({ ...ENTRA, name: 'Anna' }, [])).toEqual({
    id: `aad:${TENANT}:${OBJECT.toLowerCase()}`,
    name: 'Anna',
    email: null,
  });
});

it.each([
  ['another provider', { iss: 'https://login.example.org/x/v2.0' }],
  ['a provider that looks like it', { iss: `https://login.microsoftonline.com.example.org/${TENANT}/v2.0` }],
  ['the provider of another tenant', { iss: `https://login.microsoftonline.com/${OBJECT}/v2.0` }],
  ['plain http', { iss: `http://login.microsoftonline.com/${TENANT}/v2.0` }],
  ['no object id', { oid: undefined }],
])('does not believe such an id of %s', (_, changes) => {
  expect(identityOf({ ...ENTRA, ...changes }, [])?.id).toMatch(/^openid:[\da-f]{40}$/);
});

it('gives the same person of the same provider the same id, and others another', () => {
  const ids = [
    OTHER,
    { ...OTHER, name: 'Anna' },
    { ...OTHER, sub: 'bert' },
    { ...OTHER, iss: 'https://x.org' },
  ].map((claims) => identityOf(claims, [])?.id);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(3);
  expect(ids[0]).not.toContain('anna');
});

describe('where only some domains may come in', () => {
  const within = (claims: object) => identityOf({ ...OTHER, ...claims }, ['voorbeeld.nl']) !== null;

  it.each([
    [{ email: 'anna@voorbeeld.nl', email_verified: true }, true],
    [{ email: 'anna@VOORBEELD.nl', email_verified: 'true' }, true],
    [{ email: 'anna@voorbeeld.nl', email_verified: false }, false],
    [{ email: 'anna@voorbeeld.nl' }, false],
    [{ email: 'anna@mail.voorbeeld.nl', email_verified: true }, false],
    [{ email: 'anna@voorbeeld.nl@elders.nl', email_verified: true }, false],
    [{ email: 'voorbeeld.nl', email_verified: true }, true],
    [{ email_verified: true }, false],
    [{}, false],
  ])('%j: %s', (claims, expected) => {
    expect(within(claims)).toBe(expected);
  });

  it('takes the word of Microsoft for the addresses of its own tenant', () => {
    const email = 'anna@voorbeeld.nl';
    expect(identityOf({ ...ENTRA, email }, ['voorbeeld.nl'])).not.toBeNull();
    expect(identityOf({ ...ENTRA, email }, ['elders.nl'])).toBeNull();
  });
});

it.each([null, 'x', {}, { iss: 'https://x' }, { iss: 'https://x', sub: '' }, { sub: 'x' }])(
  'knows nobody by %j',
  (claims) => {
    expect(identityOf(claims, [])).toBeNull();
  },
);
