import { CLIMATES, PHASES } from '../../core/model/conversation';
import { REPLY_QUALITIES } from '../../core/model/replyBank';
import type { BankReplyFile } from '../schemas/replyBank';
import { type Finding, type Rule, repliesOf } from './rule';

export const momentWithoutReplies: Rule = {
  code: 'B144',
  severity: 'warning',
  why: 'Level guided shows one reply that helps, one in between and one that hurts, at every moment of the talk.',
  check: ({ replies }) => {
    const all = repliesOf(replies.data).map(({ reply }) => reply);
    if (all.length === 0) return [];
    return PHASES.flatMap((phase) =>
      CLIMATES.flatMap((climate) =>
        REPLY_QUALITIES.filter(
          (quality) => !all.some((reply) => reply.quality === quality && fits(reply, phase, climate)),
        ).map(
          (quality): Finding => ({
            in: 'replies',
            path: ['replies'],
            what: `no reply of quality "${quality}" for phase ${phase} in a ${climate} climate`,
            fix: 'Write one for this moment, or one that fits any moment.',
          }),
        ),
      ),
    );
  },
};

/** Whether a reply stands ready in a phase and climate, whatever else has happened in the talk. */
function fits(
  { when }: BankReplyFile,
  phase: (typeof PHASES)[number],
  climate: (typeof CLIMATES)[number],
): boolean {
  const { phase: phases, climate: climates, ...rest } = when;
  return (
    (phases?.includes(phase) ?? true) &&
    (climates?.includes(climate) ?? true) &&
    Object.keys(rest).length === 0
  );
}
