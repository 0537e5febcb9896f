import type { JSX } from 'preact';
import type { ComparedTalk, Comparison } from '../../core/model/comparison';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { TALK } from '../language';

interface Props {
  readonly comparison: Comparison;
  readonly t: Texts;
}

/** What was said at the turn where two attempts part, and what it was answered with. */
export function Moments({ comparison, t }: Props): JSX.Element | null {
  const parted = comparison.talks.filter(({ moment }) => moment !== null);
  if (parted.length === 0) return null;
  return (
    <Section id="moments" title={t('pages.compare.moments.title')}>
      {parted.map((talk) => (
        <Parting talk={talk} persona={comparison.scenario.persona} t={t} />
      ))}
    </Section>
  );
}

function Parting({
  talk,
  persona,
  t,
}: {
  talk: ComparedTalk;
  persona: string;
  t: Texts;
}): JSX.Element | null {
  const { moment, from, number } = talk;
  if (!moment || !from) return null;
  return (
    <>
      <h3>{t('pages.compare.moments.heading', { number, turn: moment.turn })}</h3>
      <div class="sides">
        <Side
          heading={t('pages.compare.moments.before', { number: from.number })}
          said={moment.before}
          persona={persona}
          t={t}
        />
        <Side heading={t('pages.compare.moments.now')} said={moment.now} persona={persona} t={t} />
      </div>
    </>
  );
}

interface SideProps {
  readonly heading: string;
  readonly said: { readonly reply: string; readonly answer: string };
  readonly persona: string;
  readonly t: Texts;
}

function Side({ heading, said, persona, t }: SideProps): JSX.Element {
  return (
    <div>
      <h4>{heading}</h4>
      <dl class="exchange">
        <dt>{t('pages.compare.moments.you')}</dt>
        <dd>
          {said.reply.trim() ? (
            <span {...TALK}>{said.reply.trim()}</span>
          ) : (
            t('pages.compare.moments.silence')
          )}
        </dd>
        <dt>{persona}</dt>
        <dd {...TALK}>{said.answer}</dd>
      </dl>
    </div>
  );
}
