import { playthrough } from '../support/playthrough';
import { inBrowser, said, say, sendBox } from './harness';
import { follow, invite, journey, makeGroup, nextWeek, organiserPath, press } from './journey';

const REPLIES = playthrough('hasna', 'excellent').replies.slice(0, 6);
/** Words of the learner that only who they were shared with may see. */
const WORDS = REPLIES[1] ?? '';

const { server, somebody, organiser: firstOrganiser, enter, seen } = journey('journey');

inBrowser(
  'from the first link of the organiser to a trainer who no longer sees what was taken back',
  async () => {
    const organiser = await firstOrganiser('Olga');
    const late = await somebody(organiserPath(server()));
    expect(await late.getByRole('heading', { level: 1 }).textContent()).toContain('werkt niet meer');

    await follow(organiser, /groep/i);
    await makeGroup(organiser, 'Wijkteam Oost');
    const trainer = await enter(await invite(organiser, 'trainer'), 'Tineke');
    await seen(trainer, 'group');
    const learner = await enter(await invite(trainer, 'learner'), 'Anna');
    const group = new URL(trainer.url()).pathname;

    await trainer.goto(`${server().url}${group}/assignments/new`);
    await trainer.fill('#title', 'Het eerste gesprek');
    await trainer.fill('#dueOn', nextWeek());
    await trainer.check('input[name="scenarios.hasna"]');
    await trainer.check('input[name="sight"][value="transcript"]');
    await trainer.locator('button[value=publish]').click();
    await trainer.getByRole('status').waitFor();

    await learner.goto(`${server().url}/me`);
    await follow(learner, /Bekijk huiswerk/);
    expect(await learner.locator('main').textContent()).toContain('Tineke');
    await learner.locator('main form button').first().click();
    await sendBox(learner).waitFor();
    await learner.locator('.ac-pushButton', { hasText: 'Meteen beginnen' }).last().click();
    await said(learner, 'persona').first().waitFor();
    for (const reply of REPLIES) await say(learner, reply);
    await say(learner, 'stop');

    await learner.goto(`${server().url}/me`);
    await follow(learner, /Bekijk huiswerk/);
    await learner.locator('a.button[href*="/hand-in/"]').click();
    await learner.check('input[name=consent]');
    await learner.locator('main button[type=submit]').click();
    await learner.getByRole('status').waitFor();
    const attempt = /hand-in\/([^?/"]+)/.exec(await learner.content())?.[1];
    expect(attempt === undefined || attempt.length > 10).toBe(true);

    await trainer.goto(`${server().url}${group}/overview`);
    await seen(trainer, 'overview');
    expect(await trainer.locator('table').textContent()).toContain('Anna');
    await follow(trainer, /^Bekijk wat Anna/);
    await trainer.waitForURL(/\/seen\//);
    await seen(trainer, 'seen');
    expect(await trainer.locator('main').textContent()).toContain(WORDS.slice(0, 40));
    const seenPath = new URL(trainer.url()).pathname;
    await trainer.goto(`${server().url}${seenPath}/notes`);
    await trainer.fill('#text', 'Je nam de tijd. Houd dat vast.');
    await press(trainer, /./);
    await trainer.waitForURL(new RegExp(seenPath));

    await learner.goto(`${server().url}/me`);
    await learner
      .getByRole('link', { name: /Het eerste gesprek/ })
      .first()
      .click();
    expect(await learner.locator('main').textContent()).toContain('Je nam de tijd. Houd dat vast.');
    await seen(learner, 'told');

    await learner.goto(`${server().url}/me`);
    await learner.locator('section[aria-labelledby=shared] button').click();
    await learner.getByRole('status').waitFor();
    await trainer.goto(`${server().url}${seenPath}`);
    expect(await trainer.content()).not.toContain(WORDS.slice(0, 40));
    await trainer.goto(`${server().url}${group}/overview`);
    expect(await trainer.getByRole('link', { name: /^Bekijk wat Anna/ }).count()).toBe(0);
    expect((await trainer.request.get(`${server().url}${seenPath}`)).status()).toBe(404);
  },
);
