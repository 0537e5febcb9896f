import type { SentencePlace } from '../core/model/correction';
import type { Locale } from '../core/model/session';

/** The addresses of our pages, as they are linked and served. */

const id = encodeURIComponent;

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
  join: (code: string) => `/join/${id(code)}`,
  leave: '/leave',
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
} as const;
