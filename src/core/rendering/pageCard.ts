import type { Card } from '../model/message';
import type { Texts } from '../model/texts';

/** The way to a page, asked for in the chat. */
export function pageCard(path: string, texts: Texts): Card {
  return {
    title: texts('teams.page.title'),
    blocks: [{ kind: 'text', text: texts('teams.page.text') }],
    actions: [{ kind: 'entry', label: texts('teams.page.open'), path }],
  };
}
