// The published host configs of Teams hold colours that are hard to read on their own backgrounds (yellow on white).
// Teams itself has moved on; here each is moved towards black or white until it reaches WCAG AA.
const ENOUGH = 4.5;

// #RRGGBB or #AARRGGBB.
function parse(colour) {
  const hex = colour.slice(1);
  const opaque = hex.length === 8 ? hex.slice(2) : hex;
  const rgb = [0, 2, 4].map((i) => parseInt(opaque.slice(i, i + 2), 16));
  return { rgb, alpha: hex.length === 8 ? parseInt(hex.slice(0, 2), 16) / 255 : 1 };
}

const mix = (from, to, share) => from.map((c, i) => c + (to[i] - c) * share);

function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function readable(colour, background) {
  const { rgb, alpha } = parse(colour);
  const goal = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  let shown = mix(background, rgb, alpha);
  for (let i = 0; i < 20 && contrast(shown, background) < ENOUGH; i++) shown = mix(shown, goal, 0.1);
  return `#${shown.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

export function makeReadable(config) {
  for (const style of Object.values(config.containerStyles)) {
    const background = parse(style.backgroundColor).rgb;
    for (const [name, colours] of Object.entries(style.foregroundColors)) {
      // 'dark' and 'light' are chosen by a card for a picture behind them.
      if (name === 'dark' || name === 'light') continue;
      colours.default = readable(colours.default, background);
      colours.subtle = readable(colours.subtle, background);
    }
  }
}
