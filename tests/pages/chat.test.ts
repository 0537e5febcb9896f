import { join } from 'node:path';
import { loadTexts } from '../../src/content/texts';
import { renderChatPage } from '../../src/pages/chat';

const texts = loadTexts(join(__dirname, '..', '..', 'locales'))('nl', 'je');
const assets = { style: '/s.css', webChat: '/w.js', script: '/c.js' };
const shown = (place: { readonly local: boolean; readonly guest: boolean }) =>
  renderChatPage({ locale: 'nl', texts, ...place, assets });

describe('what the chat promises', () => {
  const nothingLeaves = 'Er gaat niets naar buiten.';
  const trainer = 'Een trainer ziet alleen wat je zelf inlevert.';

  it('is that nothing leaves the machine, to its guest only', () => {
    expect(shown({ local: true, guest: true })).toContain(nothingLeaves);
    for (const place of [
      { local: true, guest: false },
      { local: false, guest: false },
    ]) {
      expect(shown(place)).not.toContain(nothingLeaves);
      expect(shown(place)).toContain(trainer);
    }
  });

  it('names the server where there is one', () => {
    const server = 'op de server van je organisatie';
    expect(shown({ local: false, guest: false })).toContain(server);
    expect(shown({ local: true, guest: false })).not.toContain(server);
  });
});
