import { createOptOutTokens } from '../../../src/channels/mail/optOutTokens';

const tokens = createOptOutTokens('a secret');

test.each(['anna', 'aad:11111111-2222-4333-8444-555555555555:66666666', 'één 😀', 'a.b.c'])(
  'tells whose it is: %s',
  (person) => {
    const token = tokens.issue(person);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(tokens.read(token)).toBe(person);
  },
);

test('is of no use to another installation', () => {
  expect(createOptOutTokens('another secret').read(tokens.issue('anna'))).toBeNull();
});

test('cannot be made into that of somebody else', () => {
  const [, signature] = tokens.issue('anna').split('.');
  const other = Buffer.from('bert').toString('base64url');
  expect(tokens.read(`${other}.${signature}`)).toBeNull();
});

test.each(['', '.', 'a', 'a.b', '...', 'YW5uYQ.', '.YW5uYQ', `${'a'.repeat(2_000)}.b`])(
  '%s is none',
  (token) => {
    expect(tokens.read(token)).toBeNull();
  },
);
