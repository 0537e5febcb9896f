import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../../core/model/letter';
import { CALENDAR_TYPE, calendarFile } from './calendarFile';
import { htmlOf } from './html';
import type { Sender } from './options';

export interface Recipient {
  readonly address: string;
  readonly language: string;
  /** Where they stop this without signing in; also answers a single POST. (RFC 8058) */
  readonly stop: string;
}

/** The whole of an e-mail as it goes over the line. */
export function compose(letter: Letter, to: Recipient, sender: Sender): Promise<Buffer> {
  const { words, day, id } = letter;
  const action = words.card.actions[0];
  const open = action?.kind === 'link' ? `${sender.origin}${action.path}` : null;
  const composer = new MailComposer({
    from: sender.from,
    to: { name: '', address: to.address },
    subject: words.subject,
    text: textOf(letter, open, to),
    html: htmlOf(words, { language: to.language, open, stop: to.stop }),
    // The same at every try, so that a server that gets it twice can tell.
    messageId: `<${id}@${sender.from.address.split('@').at(-1)}>`,
    headers: {
      'List-Unsubscribe': `<${to.stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    attachments:
      day === null
        ? []
        : [
            {
              filename: `${day.day}.ics`,
              contentType: `${CALENDAR_TYPE}; method=${day.cancelled ? 'CANCEL' : 'PUBLISH'}`,
              content: calendarFile(day, sender.origin),
            },
          ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function textOf({ words }: Letter, open: string | null, { stop }: Recipient): string {
  const label = words.card.actions[0]?.label ?? '';
  const parts = [
    words.text,
    ...(open === null ? [] : [`${label}:\n${open}`]),
    `-- \n${words.why}\n${words.stop}:\n${stop}`,
  ];
  return parts.join('\n\n');
}
