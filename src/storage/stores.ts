import type {
  DeliveryStore,
  GroupStore,
  HomeworkStore,
  OutboxStore,
  PeopleStore,
  PrivacyStore,
  ReportStore,
  ReviewStore,
} from '../app/ports';
import { forgetBefore } from './forgetBefore';
import { forgetPerson } from './forgetPerson';
import * as assignments from './repositories/assignments';
import * as deliveries from './repositories/deliveries';
import * as entries from './repositories/entries';
import * as groups from './repositories/groups';
import * as handIns from './repositories/handIns';
import * as invitations from './repositories/invitations';
import * as notices from './repositories/notices';
import * as underWay from './repositories/noticesUnderWay';
import * as people from './repositories/people';
import { listRemovals } from './repositories/removals';
import * as reports from './repositories/reports';
import * as items from './repositories/reviewItems';
import * as reviews from './repositories/reviews';
import { listConversations } from './repositories/sessions';
import * as references from './repositories/teamsReferences';
import { listTurnTimes } from './repositories/turns';
import type { Db } from './tables';

export function peopleStore(db: Db): PeopleStore {
  return {
    person: (id) => people.findPerson(db, id),
    people: (ids) => people.findPeople(db, ids),
    settlePerson: (person) => people.settlePerson(db, person),
    changePerson: (id, changes) => people.changePerson(db, id, changes),
    organisers: () => people.listOrganisers(db),
    addSignIn: (signIn) => entries.addSignIn(db, signIn),
    signIn: (hash) => entries.findSignIn(db, hash),
    signInsOf: (person) => entries.listSignIns(db, person),
    renewSignIn: (hash, next) => entries.renewSignIn(db, hash, next),
    ageSignInsOf: (person) => entries.ageSignInsOf(db, person),
    endSignIn: (visit, person) => entries.endSignIn(db, visit, person),
    endSignInsOf: (person) => entries.endSignInsOf(db, person),
    addLink: (link) => entries.addLink(db, link),
    link: (hash, now) => entries.findLink(db, hash, now),
    takeLink: (hash, now) => entries.takeLink(db, hash, now),
    dropOpenLinks: (way) => entries.dropOpenLinks(db, way),
    tidyEntries: (now) => entries.tidyEntries(db, now),
  };
}

export function groupStore(db: Db): GroupStore {
  return {
    addGroup: (group) => groups.addGroup(db, group),
    group: (id) => groups.findGroup(db, id),
    changeGroup: (id, changes) => groups.changeGroup(db, id, changes),
    groupsOf: (person) => groups.listGroupsOf(db, person),
    allGroups: () => groups.listGroups(db),
    members: (group) => groups.listMembers(db, group),
    membership: (group, person) => groups.findMembership(db, group, person),
    addMember: (membership) => groups.addMember(db, membership),
    removeMember: (group, person) => groups.removeMember(db, group, person),
    changeRole: (group, person, role, at) => groups.changeRole(db, group, person, role, at),
    addInvitation: (invitation) => invitations.addInvitation(db, invitation),
    invitation: (code) => invitations.findInvitation(db, code),
    invitations: (group) => invitations.listInvitations(db, group),
    useInvitation: (code, person, now) => invitations.useInvitation(db, code, person, now),
    revokeInvitation: (code, group, at) => invitations.revokeInvitation(db, code, group, at),
  };
}

/** `scrub` takes what was deleted out of free pages as well. */
export function homeworkStore(db: Db, scrub: () => Promise<void>): HomeworkStore {
  const scrubbed = async (removed: Promise<boolean>) => {
    const done = await removed;
    if (done) await scrub();
    return done;
  };
  return {
    addAssignment: (assignment) => assignments.addAssignment(db, assignment),
    assignment: (id) => assignments.findAssignment(db, id),
    assignments: (groups) => assignments.listAssignments(db, groups),
    due: (from, to) => assignments.listDue(db, from, to),
    changeAssignment: (assignment) => assignments.changeAssignment(db, assignment),
    removeDraft: (id) => assignments.removeDraft(db, id),
    homework: (assignment, learner) => assignments.findHomework(db, assignment, learner),
    homeworkFor: (ids) => assignments.listHomework(db, ids),
    keepHomework: (homework) => assignments.keepHomework(db, homework),
    handIn: (handIn) => handIns.handIn(db, handIn),
    takeBack: (assignment, learner, scenario) =>
      scrubbed(handIns.takeBack(db, assignment, learner, scenario)),
    handInsOf: (learner) => handIns.listHandInsOf(db, learner),
    handInsFor: (ids) => handIns.listHandInsFor(db, ids),
    handInOf: (attempt, assignment) => handIns.findHandIn(db, attempt, assignment),
    attemptsAt: (learners, scenarios, since) => handIns.listAttemptsAt(db, learners, scenarios, since),
    keepNote: (note) => handIns.keepNote(db, note),
    removeNote: (id, by) => scrubbed(handIns.removeNote(db, id, by)),
    notes: (attempt, assignment) => handIns.listNotes(db, attempt, assignment),
    keepOverrule: (overrule) => handIns.keepOverrule(db, overrule),
    removeOverrule: (assignment, attempt, criterion) =>
      scrubbed(handIns.removeOverrule(db, assignment, attempt, criterion)),
    overrules: (attempt) => handIns.listOverrules(db, attempt),
    overrulesFor: (ids) => handIns.listOverrulesFor(db, ids),
  };
}

export function outboxStore(db: Db): OutboxStore {
  return {
    add: (added) => notices.addNotices(db, added),
    claim: (options) => underWay.claimNotices(db, options),
    beginSending: (id, by, at) => underWay.beginSending(db, id, by, at),
    finish: (id, by, state, at, code) => underWay.finishNotice(db, id, by, state, at, code),
    postpone: (id, by, dueAt, code) => underWay.postponeNotice(db, id, by, dueAt, code),
    giveUpStale: (sendingSince) => underWay.giveUpStale(db, sendingSince),
    cancel: (keyPrefix) => notices.cancelNotices(db, keyPrefix),
    cancelOf: (person, channel) => notices.cancelNoticesOf(db, person, channel),
    counts: () => notices.countNotices(db),
    tidy: (before) => notices.tidyNotices(db, before),
    keepReference: (reference) => references.keepReference(db, reference),
    reference: (person) => references.findReference(db, person),
    inTeams: (people) => references.listInTeams(db, people),
    removeReference: (person) => references.removeReference(db, person),
  };
}

/** `scrub` takes what was deleted out of free pages as well. */
export function privacyStore(db: Db, scrub: () => Promise<void>): PrivacyStore {
  const scrubbed = async <T>(removing: Promise<T>) => {
    const removed = await removing;
    if (removed !== null) await scrub();
    return removed;
  };
  return {
    forgetPerson: (person, at) => scrubbed(forgetPerson(db, person, at)),
    forgetBefore: (before, at) => scrubbed(forgetBefore(db, before, at)),
    conversationsOf: (person) => listConversations(db, person),
    noticesOf: (person) => notices.listNoticesOf(db, person),
    removals: (limit) => listRemovals(db, limit),
  };
}

export function reportStore(db: Db): ReportStore {
  return {
    unreported: (limit) => reports.listUnreported(db, limit),
    outdated: (limit) => reports.listOutdated(db, limit),
    turnTimes: (attempt) => listTurnTimes(db, attempt),
    keepReport: (report) => reports.keepReport(db, report),
    removeReport: (assignment, attempt) => reports.removeReport(db, assignment, attempt),
  };
}

/** `scrub` takes what was deleted out of free pages as well. */
export function reviewStore(db: Db, scrub: () => Promise<void>): ReviewStore {
  const scrubbed = async (removed: Promise<boolean>) => {
    const done = await removed;
    if (done) await scrub();
    return done;
  };
  return {
    add: (review, talk, consent) => reviews.addReview(db, review, talk, consent),
    review: (id) => reviews.findReview(db, id),
    reviewsIn: (groups) => reviews.listReviewsIn(db, groups),
    reviewsBy: (owner) => reviews.listReviewsBy(db, owner),
    talk: (id) => reviews.findTalk(db, id),
    change: (review) => reviews.changeReview(db, review),
    revisions: (ids) => reviews.findRevisions(db, ids),
    withdraw: (id, owner, at) => scrubbed(reviews.withdrawReview(db, id, owner, at)),
    join: (review, member) => reviews.joinReview(db, review, member),
    members: (review) => reviews.listReviewMembers(db, review),
    keep: (item) => items.keepItem(db, item),
    remove: (place, by) => scrubbed(items.removeItem(db, place, by)),
    items: (review, kind) => items.listItems(db, review, kind),
    allItems: (kind) => items.listItems(db, null, kind),
    itemsBy: (person) => items.listItemsBy(db, person),
    consentsOf: (person) => reviews.listConsents(db, person),
    keepPlace: (place) => reviews.keepPlace(db, place),
    place: (review) => reviews.findPlace(db, review),
    orphanedPlaces: (limit) => reviews.listOrphanedPlaces(db, limit),
    dropPlace: (place) => reviews.dropPlace(db, place),
    keepIntention: (intention) => items.keepIntention(db, intention),
    removeIntention: (id, person) => scrubbed(items.removeIntention(db, id, person)),
    intention: (id) => items.findIntention(db, id),
    intentionsOf: (person) => items.listIntentions(db, 'person', person),
    intentionsIn: (review) => items.listIntentions(db, 'review', review),
  };
}

export function deliveryStore(db: Db): DeliveryStore {
  return {
    beginPart: (place, part, by, now, until) => deliveries.beginPart(db, place, part, by, now, until),
    release: (place, sent) => deliveries.releaseAnswer(db, place, sent),
    undelivered: (prefix, since, now) => deliveries.listUndelivered(db, prefix, since, now),
  };
}
