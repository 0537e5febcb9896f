import type { Card, CardBlock, Reply } from '../../core/model/message';

/** A reply as lines for a terminal; quick replies that it lists by number are not said twice. */
export function renderReply(reply: Reply, coachName: string): string {
  const said = sayWords(reply, coachName);
  const choices = reply.choices
    ?.filter((choice) => !listed(said, choice.say))
    .map((choice) => `[${choice.say}]`)
    .join(' ');
  return choices ? `${said}\n  ${choices}` : said;
}

function listed(said: string, words: string): boolean {
  return said.split('\n').some((line) => /^\d+\. /.test(line) && line.endsWith(`. ${words}`));
}

function sayWords(reply: Reply, coachName: string): string {
  switch (reply.kind) {
    case 'persona':
      return `${reply.name}: ${reply.text}`;
    case 'coach':
      return `${coachName}: ${reply.text}`;
    case 'card':
      return renderCard(reply.card);
  }
}

function renderCard(card: Card): string {
  const links = card.actions.flatMap((action) =>
    action.kind !== 'submit' ? [`  ${action.label}: ${action.path}`] : [],
  );
  return [`== ${card.title} ==`, ...card.blocks.map(renderBlock), ...links].join('\n');
}

function renderBlock(block: CardBlock): string {
  switch (block.kind) {
    case 'text':
      return block.style === 'heading' ? `\n${block.text}` : block.text;
    case 'list':
      return block.items.map((item) => `  - ${item}`).join('\n');
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${row.value}`).join('\n');
    case 'input':
      return `  ? ${block.label}`;
    case 'choice':
      return `  ? ${block.label} (${block.options.map(({ label }) => label).join(' / ')})`;
    case 'bars':
      return block.rows.map(({ label, words }) => `${label}: ${words}`).join('\n');
  }
}
