import type { Card, CardBlock } from '../model/message';
import { NOTICE_CHANNELS, type NoticeChannel, type Person } from '../model/person';
import { LOCALES } from '../model/session';
import type { Texts } from '../model/texts';

/** Language, form of address and reminders, as one form. */
export function settingsCard(
  person: Pick<Person, 'locale' | 'address' | 'reminders' | 'email'>,
  texts: Texts,
): Card {
  const channels = NOTICE_CHANNELS.filter((channel) => channel !== 'mail' || person.email !== null);
  return {
    title: texts('teams.settings.title'),
    blocks: [
      { kind: 'text', text: texts('teams.settings.intro') },
      choice('language', person.locale, LOCALES, texts),
      choice('address', person.address, ['je', 'u'], texts),
      ...channels.map((channel) => reminder(channel, person.reminders[channel], texts)),
    ],
    actions: [{ kind: 'submit', label: texts('teams.settings.keep'), action: 'settings', values: {} }],
  };
}

function reminder(channel: NoticeChannel, on: boolean, texts: Texts): CardBlock {
  return choice(channel, on ? 'on' : 'off', ['on', 'off'], texts);
}

function choice(id: string, value: string, options: readonly string[], texts: Texts): CardBlock {
  return {
    kind: 'choice',
    id,
    label: texts(`teams.settings.${id}.label`),
    value,
    options: options.map((option) => ({
      value: option,
      label: texts(`teams.settings.${id}.${option}`),
    })),
  };
}
