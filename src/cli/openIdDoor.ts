import type { Logger } from 'pino';
import { faultOf } from '../channels/http/faults';
import type { OpenIdDoor } from '../channels/openid';
import type { OpenIdAccess } from '../settings/openId';

type Module = typeof import('../channels/openid');

/** Signing in with the accounts of an organisation, where one is set. Loaded only when it is used. */
export function openIdDoor(access: OpenIdAccess | null, secret: string, logger: Logger): OpenIdDoor | null {
  if (access === null) return null;
  const { createOpenIdDoor } = require('../channels/openid') as Module;
  return createOpenIdDoor({
    ...access,
    secret,
    fault: (code, error) => logger.error({ fault: faultOf(error) }, code),
  });
}
