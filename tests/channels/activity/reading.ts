import type { AdaptiveCard, CardElement, OutgoingActivity } from '../../../src/channels/activity/types';

const markdownIt = require('markdown-it');
const renderer = markdownIt({ html: true, breaks: true }).enable('table');

/** What somebody reads when a client has drawn this markdown: rendered by a real renderer, without the tags. */
export function read(markdown: string): string {
  return html(markdown)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

export function html(markdown: string): string {
  return renderer.render(markdown);
}

/** Letters, digits and signs in order, without spaces: layout may move, words may not. */
export function bare(text: string): string {
  return text.replace(/[\s\p{Cc}]/gu, '');
}

export function cards(activities: readonly OutgoingActivity[]): readonly AdaptiveCard[] {
  return activities.flatMap((activity) => (activity.attachments ?? []).map(({ content }) => content));
}

/** Everything a card shows, as read. */
export function shown(card: AdaptiveCard): string {
  return card.body.map(element).join('\n');
}

function element(part: CardElement): string {
  switch (part.type) {
    case 'TextBlock':
      return read(part.text);
    case 'FactSet':
      return part.facts.map((fact) => `${read(fact.title)} ${read(fact.value)}`).join('\n');
    case 'Input.Text':
      return `${part.label} ${part.value}`;
    case 'Input.ChoiceSet':
      return `${part.label} ${part.choices.map(({ title }) => title).join(' ')}`;
    case 'ColumnSet':
    case 'ActionSet':
      return '';
  }
}
