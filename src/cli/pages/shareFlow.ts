import type { Bringable } from '../../app/reviews/bringable';
import { previewShare, share, shareGround } from '../../app/reviews/share';
import { type ShareDraft, type ShareFlaw, usualDraft } from '../../app/reviews/shareDraft';
import type { FormAnswer, FormView } from '../../channels/webchat/personForms';
import type { PageView } from '../../channels/webchat/personPages';
import { paths } from '../../pages/paths';
import { renderShareForm } from '../../pages/review/ShareForm';
import { renderSharePreview } from '../../pages/review/SharePreview';
import type { ShareFormOf } from '../../pages/review/shareWords';
import type { PageParts } from './parts';
import { draftFrom } from './shareFields';
import { shareMeta, sharePartsOf } from './shareParts';

/** The form with its choices; as they usually are when nothing was chosen yet. */
export async function chooseHtml(
  parts: PageParts,
  view: PageView,
  bringable: Bringable,
  of: ShareFormOf,
  chosen: { readonly draft: ShareDraft | null; readonly flaws: readonly ShareFlaw[] },
): Promise<string> {
  const ground = await shareGround(sharePartsOf(parts), view.person);
  const draft = chosen.draft ?? usualDraft(bringable, ground);
  return renderShareForm({ bringable, ground, draft, flaws: chosen.flaws, of }, await shareMeta(parts, view));
}

/** Goes on with a talk that somebody brings, from choosing over looking at it to sharing it. */
export async function takeShareStep(
  parts: PageParts,
  view: FormView,
  bringable: Bringable,
  of: ShareFormOf,
): Promise<FormAnswer | null> {
  const draft = draftFrom(view.fields);
  const choose = (flaws: readonly ShareFlaw[]) => chooseHtml(parts, view, bringable, of, { draft, flaws });
  if (view.fields.step === 'choose') return { kind: 'show', html: await choose([]) };
  const outcome =
    view.fields.step === 'share'
      ? await share(sharePartsOf(parts), view.person, bringable, draft, {
          consent: view.fields.consent === 'yes',
          seen: view.fields.seen,
          tell: view.fields.tell === 'yes',
        })
      : await previewShare(sharePartsOf(parts), view.person, bringable, draft);
  switch (outcome.kind) {
    case 'flawed':
      return { kind: 'again', html: await choose(outcome.flaws) };
    case 'gone':
      return null;
    case 'shared':
      return { kind: 'see', path: paths.review(outcome.review) };
    case 'preview':
    case 'not-yet': {
      const turns = bringable.whole.turns.length;
      const problem = outcome.kind === 'preview' ? null : outcome.why;
      const shown = { preview: outcome.preview, draft, turns, problem, of };
      const html = renderSharePreview(shown, await shareMeta(parts, view));
      return { kind: problem === null ? 'show' : 'again', html };
    }
  }
}
