import { createMailCourier } from '../channels/mail/courier';
import type { OptOutTokens } from '../channels/mail/optOutTokens';
import type { Config } from '../config';
import type { Couriers } from '../core/model/letter';
import { NOTICE_CHANNELS, type NoticeChannel } from '../core/model/person';
import { paths } from '../pages/paths';

/** By which this installation can send messages that nobody asked for at that moment. */
export function channelsOf({ mail, bot }: Config): readonly NoticeChannel[] {
  const open: Readonly<Record<NoticeChannel, boolean>> = {
    mail: mail !== null,
    teams: bot.kind !== 'closed',
  };
  return NOTICE_CHANNELS.filter((channel) => open[channel]);
}

/** Who brings letters by e-mail, where that is configured. `origin` stands before our pages. */
export function mailCouriers({ mail }: Config, tokens: OptOutTokens, origin: string): Couriers {
  if (mail === null) return {};
  const { from, ...server } = mail;
  return {
    mail: createMailCourier({ server, sender: { from, origin }, tokens, stopPath: paths.stopMail }),
  };
}
