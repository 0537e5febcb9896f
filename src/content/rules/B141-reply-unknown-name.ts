import type { BankReplyFile } from '../schemas/replyBank';
import { type Finding, type Rule, repliesOf } from './rule';

export const replyUnknownName: Rule = {
  code: 'B141',
  severity: 'error',
  why: 'A reply that names a topic, disclosure or concern which does not exist is shown at the wrong moment or never.',
  check: ({ scenario, replies }) => {
    const { topics, disclosures, concerns } = scenario.data;
    const known = {
      topic: new Set(topics),
      disclosure: new Set(disclosures.map(({ id }) => id)),
      concern: new Set(concerns.map(({ id }) => id)),
    };
    return repliesOf(replies.data).flatMap(({ reply, path }) =>
      namesIn(reply)
        .filter(({ kind, name }) => !known[kind].has(name))
        .map(
          ({ kind, name, at }): Finding => ({
            in: 'replies',
            path: [...path, ...at],
            what: `there is no ${kind} "${name}" in the scenario`,
            fix: `Correct the spelling, or add the ${kind} to the scenario.`,
          }),
        ),
    );
  },
};

interface Named {
  readonly kind: 'topic' | 'disclosure' | 'concern';
  readonly name: string;
  readonly at: readonly string[];
}

function namesIn({ topics, when }: BankReplyFile): readonly Named[] {
  const named = (kind: Named['kind'], names: readonly string[] | undefined, at: readonly string[]) =>
    (names ?? []).map((name): Named => ({ kind, name, at }));
  return [
    ...named('topic', topics, ['topics']),
    ...named('topic', when.topics, ['when', 'topics']),
    ...named('disclosure', when.disclosed, ['when', 'disclosed']),
    ...named('disclosure', when.hidden, ['when', 'hidden']),
    ...named('concern', when.raised, ['when', 'raised']),
    ...named('concern', when.unraised, ['when', 'unraised']),
  ];
}
