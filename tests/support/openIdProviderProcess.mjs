/**
 * A real OpenID provider on loopback, as a process of its own: it is an ES module with top-level await. Prints its
 * address. Whoever signs in as `<account>` gets the claims that CLAIMS (JSON) holds for it.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const claims = JSON.parse(process.env.CLAIMS ?? '{}');
const server = createServer();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'bruggesprek',
        client_secret: 'a secret of at least thirty-two bytes',
        // Of a native client on loopback the port may vary. (RFC 8252)
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/openid/back'],
        token_endpoint_auth_method: process.env.AUTH_METHOD ?? 'client_secret_basic',
      },
    ],
    clientAuthMethods: [process.env.AUTH_METHOD ?? 'client_secret_basic'],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'tid', 'oid'],
      profile: ['name', 'given_name'],
      email: ['email', 'email_verified'],
    },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...claims[id] }) }),
    cookies: { keys: ['a key for tests'] },
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
