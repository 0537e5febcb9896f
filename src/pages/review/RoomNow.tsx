import type { JSX } from 'preact';
import { readLeading } from '../../app/reviews/leading';
import { methodWords, noteKindWords, roleWords, stepWords, stepWordsIn } from '../../app/reviews/methodWords';
import type { MethodStep } from '../../core/model/method';
import { PostButton, Token } from '../forms';
import { paths } from '../paths';
import { clockTime, isLeading, leaderName, nameOr, type RoomProps, roomTitle } from './roomWords';

/** What happens in the room at this moment, and what this person can do. */
export function RoomNow({ room, meta }: RoomProps): JSX.Element {
  const { t } = meta;
  const { stage } = room.moment.meeting;
  const open = stage !== 'closed' && !room.archived;
  return (
    <section class="now" aria-labelledby="now">
      <h2 id="now" tabIndex={-1}>
        {roomTitle(room, t)}
      </h2>
      {room.archived && <p>{t('room.archived')}</p>}
      {open && isLeading(room, meta) && <Buttons room={room} meta={meta} />}
      {room.step ? (
        <Step room={room} step={room.step} meta={meta} />
      ) : stage === 'waiting' ? (
        <Waiting room={room} meta={meta} />
      ) : (
        <Closed room={room} meta={meta} />
      )}
      {open && !isLeading(room, meta) && <TakeLead room={room} meta={meta} />}
    </section>
  );
}

function Waiting({ room, meta }: RoomProps): JSX.Element {
  const { t } = meta;
  const leader = leaderName(room, t);
  const who = isLeading(room, meta) ? 'you' : leader === null ? 'nobody' : 'other';
  return (
    <>
      <p>{methodWords(t, room.method.id).what}</p>
      <p>{t(`room.waiting.${who}`, { name: leader ?? '' })}</p>
      <p>
        {t('room.waiting.here', {
          count: room.members.length,
          names: room.members.map(({ name }) => nameOr(t, name)).join(', '),
        })}
      </p>
    </>
  );
}

function Closed({ room, meta: { t } }: RoomProps): JSX.Element {
  return (
    <>
      <p>{t('room.closed.what')}</p>
      <p class="actions">
        <a class="button" href={paths.outcome(room.review.id)}>
          {t('room.tools.outcome')}
        </a>
      </p>
    </>
  );
}

function Step({ room, step, meta }: RoomProps & { readonly step: MethodStep }): JSX.Element {
  const { t } = meta;
  const words = stepWordsIn(t, room, step.id);
  return (
    <>
      <p class="instruction">{words.instruction}</p>
      <ul class="prompts">
        {words.prompts.map((prompt) => (
          <li>{prompt}</li>
        ))}
      </ul>
      <dl class="facts">
        <dt>{t('room.now.speaks')}</dt>
        <dd>{floorWords(room, step, meta)}</dd>
        <dt>{t('room.now.writes')}</dt>
        <dd>{writeWords(room, meta)}</dd>
        {room.endsAt !== null && (
          <>
            <dt>{t('room.now.time')}</dt>
            <dd>
              {t('room.now.until', {
                time: clockTime(room, meta, room.endsAt),
                count: step.minutes + room.moment.meeting.extra,
              })}
            </dd>
          </>
        )}
      </dl>
      <Tools room={room} step={step} meta={meta} />
    </>
  );
}

/** What else can be done at this step, each on a page of its own. */
function Tools({ room, step, meta: { t } }: RoomProps & { readonly step: MethodStep }): JSX.Element | null {
  const { id } = room.review;
  const tools = [
    ...(step.whatIf ? [{ name: 'whatIf', href: paths.whatIf(id) }] : []),
    ...(step.card === 'hidden' ? [] : [{ name: `marks.${step.card}`, href: paths.marks(id) }]),
    ...(step.moves ? [{ name: 'labels', href: paths.labels(id) }] : []),
    ...(step.outcome ? [{ name: 'outcome', href: paths.outcome(id) }] : []),
  ];
  if (tools.length === 0) return null;
  return (
    <p class="actions">
      {tools.map(({ name, href }) => (
        <a class="button" href={href}>
          {t(`room.tools.${name}`)}
        </a>
      ))}
    </p>
  );
}

function floorWords(room: RoomProps['room'], { speaks }: MethodStep, meta: RoomProps['meta']): string {
  const { t } = meta;
  if (speaks.length === 0) return t('room.now.silence');
  if (speaks.length === 3) return t('room.now.everybody');
  const roles = speaks.map((role) => roleWords(t, role).name);
  const [one = '', other] = roles;
  const whole = other === undefined ? one : t('room.now.and', { one, other });
  const self = speaks.includes(room.role) || (speaks.includes('facilitator') && isLeading(room, meta));
  return self ? t('room.now.alsoYou', { roles: whole }) : whole;
}

function writeWords(room: RoomProps['room'], { t }: RoomProps['meta']): JSX.Element | string {
  if (room.writes.length === 0) return t('room.now.noNotes');
  const kinds = room.writes.map((kind) => noteKindWords(t, kind).name).join(', ');
  return (
    <>
      {t('room.now.kinds', { kinds })} <a href="#notes">{t('room.now.toNotes')}</a>
    </>
  );
}

/** Whether there is a step, now or later, in which the others talk and who brought it only listens. */
function listensLater({ method, moment }: RoomProps['room']): boolean {
  return method.steps
    .slice(moment.meeting.step)
    .some(({ speaks }) => speaks.includes('team') && !speaks.includes('bringer'));
}

/** For whoever leads: stands before all else of the step, so that nobody has to look for it. */
function Buttons({ room, meta }: RoomProps): JSX.Element {
  const { t, token, now } = meta;
  const { wishes, extraMinutes, opens } = readLeading(room, now);
  const action = paths.reviewStep(room.review.id);
  const from = String(room.moment.meeting.step);
  const button = (type: (typeof wishes)[number], kind?: 'primary') =>
    wishes.includes(type) && (
      <PostButton
        action={action}
        token={token}
        fields={{ type, from }}
        label={t(`room.lead.${type}`, { count: extraMinutes })}
        {...(kind && { kind })}
      />
    );
  const last = room.step !== null && !wishes.includes('NEXT');
  return (
    <div class="lead">
      <h3 id="lead">{t('room.lead.you')}</h3>
      {opens.map((what) => (
        <p class="about">{t(`room.lead.opens.${what}`)}</p>
      ))}
      <div class="actions">
        {button('START', 'primary')}
        {button('NEXT', 'primary')}
        {button('EXTEND')}
        {button('BACK')}
        {wishes.includes('CLOSE') && (
          <details id="close-room" class="confirm">
            <summary>{t(last ? 'room.lead.closeLast' : 'room.lead.closeEarly')}</summary>
            <p>{t(last ? 'room.lead.closeLastWhat' : 'room.lead.closeEarlyWhat')}</p>
            {button('CLOSE')}
          </details>
        )}
      </div>
      {room.step && (
        <p class="tip">
          {t('room.lead.tip')} {stepWords(t, room.method.id, room.step.id).tip}
        </p>
      )}
      {room.role === 'bringer' && listensLater(room) && <p class="about">{t('room.lead.alsoBringer')}</p>}
    </div>
  );
}

function TakeLead({ room, meta }: RoomProps): JSX.Element {
  const { t, token } = meta;
  const leader = leaderName(room, t);
  const action = paths.takeLead(room.review.id);
  const fields = { from: room.review.facilitator ?? '' };
  if (leader === null) {
    return (
      <div class="lead">
        <p>{t('room.lead.nobody')}</p>
        {room.role === 'bringer' && listensLater(room) && <p>{t('room.lead.betterOther')}</p>}
        <PostButton
          action={action}
          token={token}
          fields={fields}
          label={t('room.lead.take')}
          kind="primary"
        />
      </div>
    );
  }
  return (
    <div class="lead">
      <p class="about">{t('room.lead.other', { name: leader })}</p>
      <details id="take-lead" class="confirm">
        <summary>{t('room.lead.take')}</summary>
        <p>{t('room.lead.takeOver', { name: leader })}</p>
        {room.role === 'bringer' && listensLater(room) && <p>{t('room.lead.betterOther')}</p>}
        <form class="inline" method="post" action={action}>
          <Token token={token} />
          <input type="hidden" name="from" value={fields.from} />
          <button type="submit">{t('room.lead.takeYes')}</button>
        </form>
      </details>
    </div>
  );
}
