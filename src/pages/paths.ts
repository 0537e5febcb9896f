import type { SentencePlace } from '../core/model/correction';
import type { CriterionId } from '../core/model/scoring';
import type { Locale } from '../core/model/session';

/** The addresses of our pages, as they are linked and served. */

const id = encodeURIComponent;

/** Names something that was handed in. */
interface HandInPlace {
  readonly group: string;
  readonly assignment: string;
  readonly attempt: string;
}

export const paths = {
  chat: '/',
  progress: (language: Locale) => `/progress?lang=${language}`,
  debrief: (attempt: string) => `/debrief/${id(attempt)}`,
  again: (attempt: string) => `/debrief/${id(attempt)}/again`,
  compare: (attempt: string) => `/compare/${id(attempt)}`,
  sentence: ({ attempt, turn, sentence }: SentencePlace) =>
    `/debrief/${id(attempt)}/sentences/${turn}/${sentence}`,
  withdraw: (place: SentencePlace) => `${paths.sentence(place)}/withdraw`,
  forget: (attempt: string, language: Locale) => `/progress/${id(attempt)}/forget?lang=${language}`,
  myData: (language: Locale) => `/me/data?lang=${language}`,
  myFile: (kind: 'json' | 'csv' | 'xapi', language: Locale) => `/me/data/${kind}?lang=${language}`,
  forgetMe: (language: Locale) => `/me/data/forget?lang=${language}`,
  removals: (language: Locale) => `/installation/removals?lang=${language}`,
  groupFile: (group: string, kind: 'csv' | 'xapi', language: Locale) =>
    `/groups/${id(group)}/export/${kind}?lang=${language}`,
  enter: (next?: string) => (next === undefined ? '/enter' : `/enter?next=${id(next)}`),
  enterIn: (language: Locale) => `/enter?lang=${language}`,
  join: (code: string) => `/join/${id(code)}`,
  leave: '/leave',
  signedOut: (language: Locale, wiped = false) => `/signed-out?lang=${language}${wiped ? '&wiped=yes' : ''}`,
  openId: (next?: string) => (next === undefined ? '/openid' : `/openid?next=${id(next)}`),
  openIdBack: '/openid/back',
  organiserLink: (secret: string) => `/organiser/${id(secret)}`,
  installation: '/installation',
  account: '/account',
  endSignIn: (visit: string) => `/account/browsers/${id(visit)}/end`,
  endSignIns: '/account/browsers/end',
  groups: '/groups',
  newGroup: '/groups/new',
  group: (group: string) => `/groups/${id(group)}`,
  groupSettings: (group: string) => `/groups/${id(group)}/settings`,
  archiveGroup: (group: string) => `/groups/${id(group)}/archive`,
  restoreGroup: (group: string) => `/groups/${id(group)}/restore`,
  leaveGroup: (group: string) => `/groups/${id(group)}/leave`,
  invite: (group: string) => `/groups/${id(group)}/invitations`,
  revoke: (group: string, code: string) => `/groups/${id(group)}/invitations/${id(code)}/revoke`,
  memberRole: (group: string, person: string) => `/groups/${id(group)}/members/${id(person)}/role`,
  removeMember: (group: string, person: string) => `/groups/${id(group)}/members/${id(person)}/remove`,
  me: (language: Locale) => `/me?lang=${language}`,
  homework: (assignment: string) => `/me/homework/${id(assignment)}`,
  startHomework: (assignment: string) => `/me/homework/${id(assignment)}/start`,
  handIn: (assignment: string, attempt: string) => `/me/homework/${id(assignment)}/hand-in/${id(attempt)}`,
  takeBack: (assignment: string) => `/me/homework/${id(assignment)}/take-back`,
  assignments: (group: string) => `/groups/${id(group)}/assignments`,
  newAssignment: (group: string) => `/groups/${id(group)}/assignments/new`,
  assignment: (group: string, assignment: string) => `/groups/${id(group)}/assignments/${id(assignment)}`,
  editAssignment: (group: string, assignment: string) => `${paths.assignment(group, assignment)}/edit`,
  stepAssignment: (group: string, assignment: string) => `${paths.assignment(group, assignment)}/step`,
  excuse: (group: string, assignment: string) => `${paths.assignment(group, assignment)}/excuse`,
  overview: (group: string) => `/groups/${id(group)}/overview`,
  picture: (group: string, assignment?: string) =>
    `/groups/${id(group)}/picture${assignment === undefined ? '' : `?assignment=${id(assignment)}`}`,
  agenda: (group: string, assignment?: string) =>
    `/groups/${id(group)}/agenda${assignment === undefined ? '' : `?assignment=${id(assignment)}`}`,
  seenHandIn: ({ group, assignment, attempt }: HandInPlace) =>
    `${paths.assignment(group, assignment)}/seen/${id(attempt)}`,
  discussed: (place: HandInPlace) => `${paths.seenHandIn(place)}/discussed`,
  newNote: (place: HandInPlace, turn: number | null) =>
    `${paths.seenHandIn(place)}/notes${turn === null ? '' : `?turn=${turn}`}`,
  notes: (place: HandInPlace) => `${paths.seenHandIn(place)}/notes`,
  note: (place: HandInPlace, note: string) => `${paths.seenHandIn(place)}/notes/${id(note)}`,
  removeNote: (place: HandInPlace, note: string) => `${paths.note(place, note)}/remove`,
  mark: (place: HandInPlace, criterion: CriterionId) => `${paths.seenHandIn(place)}/marks/${criterion}`,
  withdrawMark: (place: HandInPlace, criterion: CriterionId) => `${paths.mark(place, criterion)}/withdraw`,
  reminders: (language: Locale, saved = false) => `/reminders?lang=${language}${saved ? '&saved=yes' : ''}`,
  stopMail: (token: string) => `/reminders/stop?who=${id(token)}`,
  teamsLink: (secret: string) => `/link/${id(secret)}`,
  teamsTab: '/tab',
  dueDay: (assignment: string) => `/homework/${id(assignment)}/calendar.ics`,
  reviewLive: (review: string) => `/reviews/${id(review)}/live`,
  whatIf: (review: string, turn?: number) =>
    `/reviews/${id(review)}/what-if${turn === undefined ? '' : `?turn=${turn}`}`,
  removeVariant: (review: string, variant: string) => `/reviews/${id(review)}/what-if/${id(variant)}/remove`,
  marks: (review: string) => `/reviews/${id(review)}/marks`,
  labels: (review: string) => `/reviews/${id(review)}/labels`,
  label: (review: string, turn: number, sentence: number) =>
    `/reviews/${id(review)}/labels/${turn}/${sentence}`,
  undoLabel: (review: string, turn: number, sentence: number) =>
    `${paths.label(review, turn, sentence)}/undo`,
} as const;

/** Where a sentence stands within the debrief page. */
export function anchorOf({ turn, sentence }: Omit<SentencePlace, 'attempt'>): string {
  return `sentence-${turn}-${sentence}`;
}

/** The same addresses as patterns for a router. */
export const ROUTES = {
  progress: '/progress',
  debrief: '/debrief/:attempt',
  again: '/debrief/:attempt/again',
  compare: '/compare/:attempt',
  sentence: '/debrief/:attempt/sentences/:turn/:sentence',
  withdraw: '/debrief/:attempt/sentences/:turn/:sentence/withdraw',
  forget: '/progress/:attempt/forget',
  myData: '/me/data',
  myJson: '/me/data/json',
  myCsv: '/me/data/csv',
  myXapi: '/me/data/xapi',
  forgetMe: '/me/data/forget',
  removals: '/installation/removals',
  groupCsv: '/groups/:group/export/csv',
  groupXapi: '/groups/:group/export/xapi',
  enter: '/enter',
  join: '/join/:code',
  leave: '/leave',
  signedOut: '/signed-out',
  openId: '/openid',
  openIdBack: '/openid/back',
  organiserLink: '/organiser/:secret',
  installation: '/installation',
  account: '/account',
  endSignIn: '/account/browsers/:visit/end',
  endSignIns: '/account/browsers/end',
  groups: '/groups',
  newGroup: '/groups/new',
  group: '/groups/:group',
  groupSettings: '/groups/:group/settings',
  archiveGroup: '/groups/:group/archive',
  restoreGroup: '/groups/:group/restore',
  leaveGroup: '/groups/:group/leave',
  invite: '/groups/:group/invitations',
  revoke: '/groups/:group/invitations/:code/revoke',
  memberRole: '/groups/:group/members/:person/role',
  removeMember: '/groups/:group/members/:person/remove',
  me: '/me',
  homework: '/me/homework/:assignment',
  startHomework: '/me/homework/:assignment/start',
  handIn: '/me/homework/:assignment/hand-in/:attempt',
  takeBack: '/me/homework/:assignment/take-back',
  assignments: '/groups/:group/assignments',
  newAssignment: '/groups/:group/assignments/new',
  assignment: '/groups/:group/assignments/:assignment',
  editAssignment: '/groups/:group/assignments/:assignment/edit',
  stepAssignment: '/groups/:group/assignments/:assignment/step',
  excuse: '/groups/:group/assignments/:assignment/excuse',
  overview: '/groups/:group/overview',
  picture: '/groups/:group/picture',
  agenda: '/groups/:group/agenda',
  seenHandIn: '/groups/:group/assignments/:assignment/seen/:attempt',
  discussed: '/groups/:group/assignments/:assignment/seen/:attempt/discussed',
  notes: '/groups/:group/assignments/:assignment/seen/:attempt/notes',
  note: '/groups/:group/assignments/:assignment/seen/:attempt/notes/:note',
  removeNote: '/groups/:group/assignments/:assignment/seen/:attempt/notes/:note/remove',
  mark: '/groups/:group/assignments/:assignment/seen/:attempt/marks/:criterion',
  withdrawMark: '/groups/:group/assignments/:assignment/seen/:attempt/marks/:criterion/withdraw',
  reminders: '/reminders',
  stopMail: '/reminders/stop',
  teamsLink: '/link/:secret',
  teamsTab: '/tab',
  dueDay: '/homework/:assignment/calendar.ics',
  reviewLive: '/reviews/:review/live',
  whatIf: '/reviews/:review/what-if',
  removeVariant: '/reviews/:review/what-if/:variant/remove',
  marks: '/reviews/:review/marks',
  labels: '/reviews/:review/labels',
  label: '/reviews/:review/labels/:turn/:sentence',
  undoLabel: '/reviews/:review/labels/:turn/:sentence/undo',
} as const;
