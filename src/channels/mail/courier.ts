import type { Courier } from '../../core/model/letter';
import { compose } from './compose';
import { handIn } from './handIn';
import { type MailServer, PATIENCE, type Patience, type Sender } from './options';
import type { OptOutTokens } from './optOutTokens';

export interface MailCourierOptions {
  readonly server: MailServer;
  readonly sender: Sender;
  readonly tokens: OptOutTokens;
  /** Page of ours where somebody stops e-mail, by their token. */
  readonly stopPath: (token: string) => string;
  readonly patience?: Patience;
}

/** Brings letters by e-mail. */
export function createMailCourier(options: MailCourierOptions): Courier {
  const { server, sender, tokens, stopPath, patience = PATIENCE } = options;
  return {
    async send(letter, { id, email, locale }) {
      if (email === null) return 'gone';
      const stop = `${sender.origin}${stopPath(tokens.issue(id))}`;
      const message = await compose(letter, { address: email, language: locale, stop }, sender);
      return handIn(server, { from: sender.from.address, to: email }, message, patience);
    },
  };
}
