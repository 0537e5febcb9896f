import type { JSX } from 'preact';
import type { SeenHandIn, SeenMark } from '../../app/seenHandIn';
import type { OverruleFlaw } from '../../app/trainerFeedback';
import { LEVELS } from '../../core/model/scoring';
import { Section } from '../debrief/Section';
import { Choice, type FieldProblem, ProblemSummary, problemOf, TextArea } from '../fields';
import { PostButton, Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { learnerName, type TrainerMeta } from './words';

export interface OverruleForm {
  readonly seen: SeenHandIn;
  readonly mark: SeenMark;
  /** What was chosen and typed. */
  readonly level: string;
  readonly reason: string;
  readonly flaws: readonly OverruleFlaw[];
}

/** Where a trainer puts another mark beside the machine's. */
export function renderOverrulePage(form: OverruleForm, meta: TrainerMeta): string {
  return renderPage(<Page form={form} meta={meta} />);
}

function Page({ form, meta }: { form: OverruleForm; meta: TrainerMeta }): JSX.Element {
  const { t, language, token } = meta;
  const { seen, mark, level, reason, flaws } = form;
  const { criterion } = mark;
  const place = { ...seen.handIn, group: seen.group.id };
  const problems = flaws.map(
    (flaw): FieldProblem => ({
      field: flaw.startsWith('level') ? 'level' : 'reason',
      words: t(`trainer.overrule.problems.${flaw}`),
    }),
  );
  return (
    <Layout
      language={language}
      title={t('trainer.overrule.title', { criterion: t(`scorecard.criteria.${criterion}.name`) })}
      t={t}
      here="groups"
      back={{ href: `${paths.seenHandIn(place)}#mark-${criterion}`, label: t('trainer.overrule.back') }}
      intro={<p>{learnerName(t, seen.learner)}</p>}
    >
      <ProblemSummary problems={problems} t={t} />
      <Section id="about" title={t(`scorecard.criteria.${criterion}.name`)}>
        <p>{t(`scorecard.criteria.${criterion}.about`)}</p>
        <p>{t('trainer.overrule.machine', { level: t(`scorecard.levels.${mark.level}.name`) })}</p>
        <form method="post" action={paths.mark(place, criterion)}>
          <Token token={token} />
          <Choice
            name="level"
            legend={t('trainer.overrule.level')}
            value={level}
            options={LEVELS.map((value) => ({ value, label: t(`scorecard.levels.${value}.name`) }))}
            problem={problemOf(problems, 'level')}
          />
          <TextArea
            id="reason"
            label={t('trainer.overrule.reason')}
            hint={t('trainer.overrule.reasonHint')}
            value={reason}
            problem={problemOf(problems, 'reason')}
          />
          <p class="actions">
            <button type="submit" class="primary">
              {t('trainer.overrule.save')}
            </button>
          </p>
        </form>
        {mark.overrule && (
          <>
            <p class="about">{t('trainer.overrule.withdrawHint')}</p>
            <PostButton
              action={paths.withdrawMark(place, criterion)}
              token={token}
              label={t('trainer.overrule.withdraw')}
              kind="danger"
            />
          </>
        )}
      </Section>
    </Layout>
  );
}
