import { type Finding, linesOf, type Rule, repliesOf } from './rule';

export const replyToUnknownLine: Rule = {
  code: 'B142',
  severity: 'warning',
  why: 'A reply to a line that is never said loses its place in the talk and comes up at any moment.',
  check: ({ scenario, replies }) => {
    const known = new Set(linesOf(scenario.data).map(({ line }) => line.id));
    return repliesOf(replies.data).flatMap(({ reply, path }) =>
      reply.to.lines
        .filter((id) => !known.has(id))
        .map(
          (id): Finding => ({
            in: 'replies',
            path: [...path, 'to', 'lines'],
            what: `the persona has no line "${id}"`,
            fix: 'Correct the id, or leave the line out.',
          }),
        ),
    );
  },
};
