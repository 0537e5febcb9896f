/** People who practise together, and who trains them. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Null while the group is in use. */
  readonly archivedAt: string | null;
  /** IANA name; due dates are days there. */
  readonly timeZone: string;
}

export const GROUP_ROLES = ['trainer', 'learner'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

export interface Membership {
  readonly group: string;
  readonly person: string;
  readonly role: GroupRole;
  /** In this role, ISO 8601, UTC. */
  readonly since: string;
}

/** A way into a group, as a code to type or a link with the code in it. */
export interface Invitation {
  /** Six capital letters. */
  readonly code: string;
  readonly group: string;
  readonly role: GroupRole;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** How many people may still come in by it. */
  readonly uses: number;
  readonly revokedAt: string | null;
}

/** More are allowed; bigger groups leave too little room for each. (KIS 2021, on training in groups) */
export const RECOMMENDED_GROUP_SIZE = 16;
