import type { Conversations } from '../core/model/message';
import { KeyedQueue } from './keyedQueue';
import { type TurnDependencies, takeTurn } from './takeTurn';

/** The one door all channels use. Messages of one conversation are decided one at a time, in order of arrival. */
export function createConversations(deps: TurnDependencies): Conversations {
  const queue = new KeyedQueue();
  const { store, ids } = deps;
  return {
    take: (message) => queue.run(message.conversation, () => takeTurn(deps, message)),
    since: (conversation, sequence) => store.messages(conversation, sequence),
    delivered: (conversation, messageId) => store.markDelivered(conversation, messageId),
    resume: async (learner, anew) => {
      const latest = anew ? null : await store.latestConversation(learner);
      return latest ?? ids.fresh();
    },
  };
}
