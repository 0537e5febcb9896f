import { pageCard } from '../rendering/pageCard';
import { type Desk, reply, value } from './desk';

/** What an address of a page of ours looks like; anything else leads to the first page. */
const PAGE = /^\/(?:[\w.~-][\w.~/%-]{0,300})?(?:\?[\w.~=&%-]{0,200})?$/;

/** Where somebody comes who only asks for "the page". */
const FIRST_PAGE = '/me';

/** Shows the way to a page of ours, one that also lets its owner in. */
export function showPage(desk: Desk): Desk {
  const asked = value(desk, 'path');
  const path = asked !== null && PAGE.test(asked) ? asked : FIRST_PAGE;
  return reply(desk, { kind: 'card', card: pageCard(path, desk.texts) });
}
