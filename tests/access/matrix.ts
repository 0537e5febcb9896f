import { ROUTES } from '../../src/pages/paths';
import { SMALL_LEARNER_FORM } from './samples';

/** Who asks. Anna and Bert learn in group `g1`, Tineke trains it, Carla trains another; Olga runs the installation. */
export const ACTORS = ['nobody', 'stranger', 'anna', 'bert', 'carla', 'tineke', 'olga'] as const;
export type Actor = (typeof ACTORS)[number];
export type SignedIn = Exclude<Actor, 'nobody'>;

/** One address, with who gets an answer. Everybody else gets 404; nobody is sent to where people sign in, or gets 401. */
export interface Row {
  readonly method: 'get' | 'post';
  readonly route: string;
  readonly for: readonly SignedIn[];
  readonly fields?: Readonly<Record<string, string>>;
  /** Concerns only who asks, so that asking leaves the others' world as it is. */
  readonly own?: boolean;
}

const ALL: readonly SignedIn[] = ['stranger', 'anna', 'bert', 'carla', 'tineke', 'olga'];
/** Whose attempt it is. */
const OWNER: readonly SignedIn[] = ['anna'];
/** In the group the address is about. */
const MEMBERS: readonly SignedIn[] = ['anna', 'bert', 'tineke'];
const LEARNERS: readonly SignedIn[] = ['anna', 'bert'];
/** In review `r1` that Anna brought to her group. */
const TAKING_PART: readonly SignedIn[] = ['anna', 'bert'];
const TRAINER: readonly SignedIn[] = ['tineke'];
const ORGANISER: readonly SignedIn[] = ['olga'];
/** Organisers and whoever trains a group. */
const MAKERS: readonly SignedIn[] = ['carla', 'tineke', 'olga'];

const get = (route: string, who: readonly SignedIn[]): Row => ({ method: 'get', route, for: who });
const post = (route: string, who: readonly SignedIn[], fields: Row['fields'] = {}): Row => ({
  method: 'post',
  route,
  for: who,
  fields,
});

/** Everybody, about themselves. */
const own = (route: string): Row => ({ ...post(route, ALL), own: true });

/**
 * The one table of who may do what. In every address `:attempt` is a talk that Anna handed in for assignment `h1`
 * of group `g1`, showing all of it.
 */
export const MATRIX: readonly Row[] = [
  // One's own practice.
  get(ROUTES.progress, ALL),
  get(ROUTES.debrief, OWNER),
  post(ROUTES.again, OWNER, { turn: '2' }),
  get(ROUTES.compare, OWNER),
  get(ROUTES.sentence, OWNER),
  post(ROUTES.sentence, OWNER, { move: 'contact' }),
  post(ROUTES.withdraw, OWNER),
  get(ROUTES.forget, OWNER),
  post(ROUTES.forget, OWNER),

  // One's own data.
  get(ROUTES.myData, ALL),
  get(ROUTES.myJson, ALL),
  get(ROUTES.myCsv, ALL),
  get(ROUTES.myXapi, ALL),
  get(ROUTES.forgetMe, ALL),
  post(ROUTES.forgetMe, ALL),

  // One's own account.
  get(ROUTES.account, ALL),
  own(ROUTES.account),
  own(ROUTES.endSignIns),
  own(ROUTES.endSignIn),
  get(ROUTES.leave, ALL),
  own(ROUTES.leave),
  get(ROUTES.reminders, ALL),
  own(ROUTES.reminders),

  // Groups.
  get(ROUTES.groups, ALL),
  get(ROUTES.newGroup, MAKERS),
  post(ROUTES.newGroup, MAKERS),
  get(ROUTES.group, MEMBERS),
  get(ROUTES.groupSettings, TRAINER),
  post(ROUTES.groupSettings, TRAINER),
  post(ROUTES.archiveGroup, TRAINER),
  post(ROUTES.restoreGroup, TRAINER),
  get(ROUTES.leaveGroup, MEMBERS),
  post(ROUTES.leaveGroup, MEMBERS),
  post(ROUTES.invite, TRAINER),
  post(ROUTES.revoke, TRAINER),
  get(ROUTES.memberRole, TRAINER),
  post(ROUTES.memberRole, TRAINER, { role: 'trainer' }),
  get(ROUTES.removeMember, TRAINER),
  post(ROUTES.removeMember, TRAINER),
  get(ROUTES.groupCsv, TRAINER),
  get(ROUTES.groupXapi, TRAINER),

  // Homework.
  get(ROUTES.me, ALL),
  get(ROUTES.homework, LEARNERS),
  post(ROUTES.startHomework, LEARNERS, SMALL_LEARNER_FORM),
  get(ROUTES.handIn, OWNER),
  post(ROUTES.handIn, OWNER),
  post(ROUTES.takeBack, OWNER, SMALL_LEARNER_FORM),
  get(ROUTES.newAssignment, TRAINER),
  get(ROUTES.assignments, TRAINER),
  post(ROUTES.newAssignment, TRAINER),
  get(ROUTES.assignment, TRAINER),
  get(ROUTES.editAssignment, TRAINER),
  post(ROUTES.editAssignment, TRAINER),
  post(ROUTES.stepAssignment, TRAINER, { step: 'close' }),
  post(ROUTES.excuse, TRAINER, { learner: 'bert' }),

  get(ROUTES.dueDay, MEMBERS),

  // What a trainer sees of homework, and says about it.
  get(ROUTES.overview, TRAINER),
  get(ROUTES.picture, TRAINER),
  get(ROUTES.agenda, TRAINER),
  get(ROUTES.seenHandIn, TRAINER),
  post(ROUTES.discussed, TRAINER),
  get(ROUTES.notes, TRAINER),
  post(ROUTES.notes, TRAINER, { text: 'Mooi gevraagd.' }),
  get(ROUTES.note, TRAINER),
  post(ROUTES.note, TRAINER, { text: 'Nog mooier.' }),
  post(ROUTES.removeNote, TRAINER),
  get(ROUTES.mark, TRAINER),
  post(ROUTES.mark, TRAINER),
  post(ROUTES.withdrawMark, TRAINER),

  // Intervisie: bringing a talk, and taking it back. Nobody but its owner brings a talk.
  get(ROUTES.bringTalk, ALL),
  get(ROUTES.bringAttempt, OWNER),
  post(ROUTES.bringAttempt, OWNER),
  get(ROUTES.ownCase, ALL),
  own(ROUTES.ownCase),
  get(ROUTES.exampleReview, ALL),
  own(ROUTES.exampleReview),
  get(ROUTES.withdrawReview, OWNER),
  post(ROUTES.withdrawReview, OWNER),

  // Intervisie: the room. Who was asked reads what it is; only who takes part sees anything of the talk.
  get(ROUTES.reviews, ALL),
  get(ROUTES.review, MEMBERS),
  post(ROUTES.takePart, MEMBERS),
  get(ROUTES.reviewRoom, TAKING_PART),
  get(ROUTES.reviewPrint, TAKING_PART),
  post(ROUTES.takeLead, TAKING_PART, { from: 'bert' }),
  post(ROUTES.reviewStep, TAKING_PART, { type: 'NEXT', from: '8' }),
  post(ROUTES.reviewNotes, TAKING_PART, { kind: 'observation', about: '1', text: 'Dat viel mij op.' }),
  // Whoever does not own it hears the same as of a note that is not there: what they typed stands there again.
  post(ROUTES.reviewNote, TAKING_PART, { text: 'Anders.', version: '1' }),
  post(ROUTES.removeReviewNote, OWNER),
  post(ROUTES.tellReviewNote, OWNER),

  // Intervisie: trying things out together. Only who takes part sees anything.
  get(ROUTES.whatIf, TAKING_PART),
  post(ROUTES.whatIf, TAKING_PART, { turn: '1', text: 'Hoe slaapt u de laatste tijd?' }),
  post(ROUTES.removeVariant, OWNER),
  get(ROUTES.marks, TAKING_PART),
  post(ROUTES.marks, TAKING_PART),
  get(ROUTES.labels, TAKING_PART),
  get(ROUTES.label, TAKING_PART),
  post(ROUTES.label, TAKING_PART, { move: 'contact' }),
  post(ROUTES.undoLabel, TAKING_PART),

  // Intervisie: what is taken home. Intentions are their maker's alone.
  get(ROUTES.outcome, TAKING_PART),
  get(ROUTES.outcomeMarkdown, TAKING_PART),
  post(ROUTES.insights, TAKING_PART, { text: 'Eerst luisteren.' }),
  get(ROUTES.insight, OWNER),
  post(ROUTES.insight, OWNER, { text: 'Eerst luisteren.', version: '1' }),
  post(ROUTES.removeInsight, OWNER),
  post(ROUTES.intentions, TAKING_PART, { intention: 'Doorvragen.', day: '2026-02-02', reminds: 'me' }),
  // Only who brought it.
  post(ROUTES.postOutcome, OWNER),
  get(ROUTES.myIntentions, ALL),
  get(ROUTES.myIntention, OWNER),
  post(ROUTES.myIntention, OWNER, { intention: 'Doorvragen.', day: '2026-02-02', version: '1' }),
  post(ROUTES.settleIntention, OWNER, { done: 'yes' }),
  post(ROUTES.removeIntention, OWNER),

  // The installation.
  get(ROUTES.installation, ORGANISER),
  get(ROUTES.removals, ORGANISER),
];
