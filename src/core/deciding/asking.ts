import type { Card } from '../model/message';
import { withHomework } from '../rendering/homeworkCard';
import { pageCard } from '../rendering/pageCard';
import { openReviewsCard } from '../rendering/reviewCard';
import { type Desk, isNeed, type Need, reply, value } from './desk';
import { homeworkOf } from './homework';

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

/** What is still to be done, with the way to all of it. */
export function showHomework(desk: Desk): Desk | Need {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { texts } = desk;
  const none = { kind: 'text', text: texts('homework.me.homework.none') } as const;
  const list: Card = {
    title: texts('homework.me.homework.title'),
    blocks: homework.length === 0 ? [none] : [],
    actions: [{ kind: 'link', label: texts('homework.me.title'), path: FIRST_PAGE }],
  };
  const scenarios = desk.playbook.scenarios.map(({ scenario }) => scenario);
  const card = withHomework(list, homework, scenarios, { texts, locale: desk.session.locale });
  return reply(desk, { kind: 'card', card });
}

/** What others look at together, as far as it is open to the learner, with the way to each. */
export function showReviews(desk: Desk): Desk | Need {
  const { reviews } = desk.given;
  if (reviews === undefined) return { needs: 'reviews' };
  const words = { texts: desk.texts, locale: desk.session.locale };
  return reply(desk, { kind: 'card', card: openReviewsCard(reviews, words) });
}
