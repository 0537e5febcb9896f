import { readDebriefMaterial } from '../../app/attempts';
import { comparableIds } from '../../app/branches';
import { evaluate } from '../../app/evaluated';
import { readTrainerSaid } from '../../app/trainerSaid';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import { buildDebrief } from '../../core/rendering/debrief';
import { readTurns } from '../../core/rendering/understood';
import { renderDebriefPage } from '../../pages/debrief';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { numberFrom, type PageParts, stagedOf, textsIn } from './parts';

/** The page with the feedback on one attempt, for the learner whose attempt it is. */
export function debriefPage(parts: PageParts): PersonPage {
  const { library, store } = parts;
  return {
    path: ROUTES.debrief,
    styles: [PAGE_STYLE],
    render: async ({ person, params, formToken }) => {
      const material = await readDebriefMaterial(store, person, params.attempt ?? '');
      if (!material?.scorecard) return null;
      const { attempt, turns, corrections } = material;
      const scenario = (await stagedOf(parts, attempt))?.scenario;
      if (!scenario) return null;
      const { rubric } = library.playbook;
      const { scorecard, before } = evaluate(rubric, scenario, material);
      const debrief = buildDebrief({ scenario, rubric, turns, scorecard, attempt });
      return renderDebriefPage(debrief, await textsIn(parts, attempt.conversation, attempt.locale), {
        language: attempt.locale,
        chatPath: paths.chat,
        said: await readTrainerSaid(store, person, { attempt: attempt.id }),
        second: {
          token: formToken,
          turns: readTurns(turns, corrections),
          corrected: corrections.length,
          before,
          comparable: comparableIds(await store.attemptsOf(person)).has(attempt.id),
        },
      });
    },
  };
}

/** "Try again from here": the chat goes on in a branch. */
export function againForm({ store }: PageParts): PersonForm {
  return {
    path: ROUTES.again,
    styles: [],
    take: async ({ person, params, fields, say }) => {
      const attempt = await store.attempt(params.attempt ?? '');
      const turn = numberFrom(fields.turn);
      if (attempt?.learner !== person || turn === null) return null;
      await say({ kind: 'action', action: 'branch', values: { attempt: attempt.id, turn: String(turn) } });
      return { kind: 'see', path: paths.chat };
    },
  };
}
