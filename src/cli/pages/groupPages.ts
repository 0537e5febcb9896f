import type { Pages } from '.';
import { groupListPage, newGroupForm, newGroupPage } from './groupListPages';
import { groupPage, inviteForm, revokeForm } from './groupPage';
import { archiveForms, groupSettingsForm, groupSettingsPage } from './groupSettingsPages';
import { installationPage } from './installationPage';
import {
  leaveGroupForm,
  leaveGroupPage,
  memberRoleForm,
  memberRolePage,
  removeMemberForm,
  removeMemberPage,
} from './memberPages';
import type { PageParts } from './parts';

/** Groups: making them, the ways into them, and the people in them. */
export function groupPages(parts: PageParts): Pages {
  return {
    pages: [
      groupListPage,
      newGroupPage,
      groupPage,
      groupSettingsPage,
      memberRolePage,
      removeMemberPage,
      leaveGroupPage,
      installationPage,
    ].map((page) => page(parts)),
    forms: [
      ...[newGroupForm, groupSettingsForm, inviteForm, revokeForm, memberRoleForm].map((form) => form(parts)),
      ...[removeMemberForm, leaveGroupForm].map((form) => form(parts)),
      ...archiveForms(parts),
    ],
  };
}
