// The published host configs paint the boxes of a card in pale colours, in the dark theme too, where they glare. Here each has a
// tint of its own theme's surface, with the theme's own text on it: as Teams looks now.
const tints = {
  light: { accent: '#e8f1fb', good: '#e4f3e8', attention: '#fdeae8', warning: '#fdf2dc' },
  dark: { accent: '#1d3349', good: '#1c3a29', attention: '#4a2629', warning: '#42341b' },
};

export function tintBoxes(config, theme) {
  const { foregroundColors } = config.containerStyles.default;
  for (const [name, backgroundColor] of Object.entries(tints[theme]))
    config.containerStyles[name] = { ...config.containerStyles[name], backgroundColor, foregroundColors: structuredClone(foregroundColors) };
}
