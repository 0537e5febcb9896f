import { type Pixel, png } from './png';

/** The colour of Bruggesprek, as in its pages. */
export const ACCENT = '#0B5D73';
const BACKGROUND: Pixel = [0x0b, 0x5d, 0x73, 255];

/** Points within a pixel that are looked at, in each direction, so that edges are smooth. */
const SAMPLES = 4;

/** 192 × 192, in colour: the picture in white on the colour of Bruggesprek. */
export function colorIcon(): Buffer {
  return png(192, (x, y) => {
    const share = covered(x, y, 192, 0.62);
    const [red, green, blue] = BACKGROUND.map((channel) => Math.round(channel + (255 - channel) * share));
    return [red ?? 0, green ?? 0, blue ?? 0, 255];
  });
}

/** 32 × 32: the picture in white on nothing, as Teams asks for. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => [255, 255, 255, Math.round(255 * covered(x, y, 32, 0.94))]);
}

/** How much of a pixel the picture covers, 0–1; the picture takes this share of the width. */
function covered(x: number, y: number, size: number, scale: number): number {
  let hits = 0;
  for (let down = 0; down < SAMPLES; down++) {
    for (let right = 0; right < SAMPLES; right++) {
      const [u, v] = [(x + (right + 0.5) / SAMPLES) / size, (y + (down + 0.5) / SAMPLES) / size];
      if (inPicture((u - 0.5) / scale, (v - 0.5) / scale)) hits += 1;
    }
  }
  return hits / SAMPLES ** 2;
}

const distance = (x: number, y: number, toX: number, toY: number) => Math.hypot(x - toX, y - toY);

/** Two people, and a bridge from the one to the other. The middle is (0, 0); one to either side is a half. */
function inPicture(x: number, y: number): boolean {
  const head = distance(Math.abs(x), y, 0.33, -0.22) <= 0.13;
  const deck = Math.abs(x) <= 0.5 && y >= 0.02 && y <= 0.12;
  const arch = y > 0.12 && y <= 0.42 && Math.abs(x) <= 0.46 && distance(x, y, 0, 0.42) >= 0.24;
  return head || deck || arch;
}
