import { decideTurn } from '../core/decideTurn';
import type { Playbook, StagedScenario } from '../core/deciding/playbook';
import type { Conversations } from '../core/model/message';
import type { Locale } from '../core/model/session';
import { createConversations } from './conversations';
import type { GroupsInChat } from './groupsInChat';
import type { Clock, Ids, Store } from './ports';

export interface PracticeParts {
  readonly playbook: Playbook;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The language a new conversation begins in, for somebody of whom none is known. */
  readonly locale: (conversation: string) => Locale;
  /** The text of a scenario as it is kept with its attempts, and back. */
  readonly contentOf: (staged: StagedScenario) => string;
  readonly restage: (content: string) => StagedScenario;
  /** Makes wishes about groups come true; without it there are none here. */
  readonly groups?: GroupsInChat;
}

/**
 * The product behind every channel: conversations that are decided by a playbook and kept in a store. Scenarios
 * are kept under their hash before anybody plays them, and fetched back for talks that began with older content.
 */
export async function openPractice(parts: PracticeParts): Promise<Conversations> {
  const { playbook, store } = parts;
  await Promise.all(
    playbook.scenarios.map((staged) => store.keepContent(staged.hash, parts.contentOf(staged))),
  );
  const pinned = new Map(playbook.pinned);
  const withPinned: Playbook = { ...playbook, pinned };
  return createConversations({
    ...parts,
    decide: (session, message, aids) => decideTurn(withPinned, session, message, aids),
    prepare: async (hash) => {
      if (pinned.has(hash)) return;
      const content = await store.content(hash);
      if (content !== null) pinned.set(hash, parts.restage(content));
    },
    firstSession: async ({ conversation, learner }) => {
      const person = await store.people.person(learner);
      return {
        conversation,
        learner,
        version: 0,
        stage: 'choosing',
        paused: false,
        locale: person?.locale ?? parts.locale(conversation),
        address: person?.address ?? 'je',
        attempt: null,
      };
    },
  });
}
