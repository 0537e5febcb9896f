import type { NoticeWords } from '../model/letter';
import type { CardBlock } from '../model/message';
import type { NoticeKind } from '../model/notice';
import type { NoticeChannel, Person } from '../model/person';
import type { Locale } from '../model/session';
import type { Texts } from '../model/texts';

/** What is known of the occasion at the moment the notice goes. */
export interface NoticeFacts {
  /** Of the homework. */
  readonly title: string;
  /** Name of the group. */
  readonly group: string;
  /** ISO 8601, UTC; null when no day matters. */
  readonly dueAt: string | null;
  /** Page of ours that it is about. */
  readonly path: string;
}

export interface NoticeReader extends Pick<Person, 'name' | 'locale' | 'timeZone'> {
  readonly channel: NoticeChannel;
}

const TONGUE: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The words of a notice. */
export function renderNotice(
  kind: NoticeKind,
  facts: NoticeFacts,
  reader: NoticeReader,
  texts: Texts,
): NoticeWords {
  const values = { title: oneLine(facts.title), group: oneLine(facts.group) };
  const subject = texts(`notices.${kind}.subject`, values);
  const body = texts(`notices.${kind}.body`, values);
  const rows = rowsOf(facts, reader, texts);
  const greeting =
    reader.name === ''
      ? texts('notices.greeting.nobody')
      : texts('notices.greeting.name', { name: oneLine(reader.name) });
  return {
    subject,
    text: [greeting, body, rows.map(({ label, value }) => `${label}: ${value}`).join('\n')].join('\n\n'),
    card: {
      title: subject,
      blocks: [{ kind: 'text', text: body } satisfies CardBlock, { kind: 'facts', rows }],
      actions: [{ kind: 'link', label: texts(`notices.${kind}.open`), path: facts.path }],
    },
    why: texts(`notices.why.${reader.channel}`),
    stop: texts(`notices.stop.${reader.channel}`),
  };
}

function rowsOf({ title, group, dueAt }: NoticeFacts, reader: NoticeReader, texts: Texts) {
  const due = dueAt === null ? [] : [{ label: texts('notices.rows.due'), value: momentOf(dueAt, reader) }];
  return [
    { label: texts('notices.rows.homework'), value: oneLine(title) },
    { label: texts('notices.rows.group'), value: oneLine(group) },
    ...due,
  ];
}

/** Day and time as the reader's own calendar and clock show them. */
function momentOf(iso: string, { locale, timeZone }: NoticeReader): string {
  const format = new Intl.DateTimeFormat(TONGUE[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return format.format(new Date(iso));
}

/** Names are typed: a line break in one would let it speak for us. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
