import { ACTORS, type Actor, MATRIX, type Row, type SignedIn } from './matrix';
import { openWorld, SECRET, type World } from './world';

const HIDDEN = 404;
/** Shown, taken, or not taken because something is still missing: the address is there for them. */
const ANSWERED = [200, 303, 422];

const nameOf = ({ method, route }: Row) => `${method.toUpperCase()} ${route}`;

async function ask(world: World, actor: Actor, row: Row): Promise<{ status: number; text: string }> {
  if (actor === 'nobody') {
    const response = await fetch(`${world.practice.server.url}${world.at(row.route)}`, {
      method: row.method.toUpperCase(),
      redirect: 'manual',
      headers: { Origin: world.practice.server.url },
      ...(row.method === 'post' && { body: new URLSearchParams(row.fields) }),
    });
    return { status: response.status, text: await response.text() };
  }
  const browser = await world.browserOf(actor);
  const [visit] = await world.practice.store.people.signInsOf(actor);
  const path = world.at(row.route, visit?.visit);
  if (row.method === 'get') return browser.read(path);
  return browser.post(path, { ...row.fields, token: await world.tokenOf(browser) });
}

describe('who may do what', () => {
  const worlds: World[] = [];
  let shared: World;
  const fresh = async () => {
    const world = await openWorld();
    worlds.push(world);
    return world;
  };
  beforeAll(async () => {
    shared = await fresh();
  });
  // Together, because a server waits a while for connections that browsers keep open.
  afterAll(() => Promise.all(worlds.map((world) => world.practice.close())));

  describe.each(MATRIX.map((row) => [nameOf(row), row] as const))('%s', (_, row) => {
    it('sends nobody to where people sign in', async () => {
      expect((await ask(shared, 'nobody', row)).status).toBe(row.method === 'get' ? 303 : 401);
    });

    const others = ACTORS.filter(
      (actor): actor is SignedIn => actor !== 'nobody' && !row.for.includes(actor),
    );
    if (others.length > 0) {
      it(`is not there for ${others.join(', ')}`, async () => {
        for (const actor of others) {
          const { status, text } = await ask(shared, actor, row);
          expect([actor, status]).toEqual([actor, HIDDEN]);
          expect(text).not.toContain(SECRET);
        }
      });
    }

    it(`is there for ${row.for.join(', ')}`, async () => {
      for (const actor of row.for) {
        // What changes something changes a world of its own.
        const world = row.method === 'get' || row.own ? shared : await fresh();
        const { status } = await ask(world, actor, row);
        expect([actor, status, ANSWERED.includes(status)]).toEqual([actor, status, true]);
      }
    });
  });

  it('knows every address there is', () => {
    const known = new Set(MATRIX.map(nameOf));
    const { pages, forms, files } = shared.practice.served;
    const served = [
      ...[...pages, ...files].map(({ path }) => `GET ${path}`),
      ...forms.map(({ path }) => `POST ${path}`),
    ];
    expect([...known].sort()).toEqual([...new Set(served)].sort());
  });
});
