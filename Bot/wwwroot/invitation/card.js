// One card, drawn by the official renderer in the colours of the page.
const plain = (color) => ({ default: color, subtle: color });
const foreground = {
  default: { default: 'var(--text)', subtle: 'var(--quiet)' },
  accent: plain('var(--accent)'),
  good: plain('var(--good)'),
  warning: plain('var(--warning)'),
  attention: plain('var(--danger)'),
  light: plain('var(--text)'),
  dark: plain('var(--text)'),
};
const box = (name) => ({ backgroundColor: `var(--${name}-box)`, borderColor: `var(--${name}-line)`, foregroundColors: foreground });

const hostConfig = new window.AdaptiveCards.HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 14, default: 16, medium: 17, large: 22, extraLarge: 26 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 24, medium: 25, large: 30, extraLarge: 34 },
  spacing: { small: 8, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: foreground },
    emphasis: box('plain'), accent: box('accent'), good: box('good'), warning: box('warning'), attention: box('danger'),
  },
  actions: {
    maxActions: 6, spacing: 'default', buttonSpacing: 10, showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'vertical', actionAlignment: 'stretch',
  },
  inputs: { label: { inputSpacing: 6, requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } }, errorMessage: { color: 'attention' } },
  textBlock: { headingLevel: 1 },
});

const markdown = window.markdownit({ html: false, linkify: false });
window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// Draws a card into a frame; onPress gets {verb, data}, what was typed joined to the data. A second press waits for the first.
export function draw(frame, content, onPress) {
  const card = new window.AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig;
  let busy = false;
  card.onExecuteAction = async (action) => {
    if (busy || action.getJsonTypeName() !== 'Action.Execute') return;
    busy = true;
    try {
      await onPress({ verb: action.verb, data: action.data });
    } finally {
      busy = false;
    }
  };
  card.parse(content, new window.AdaptiveCards.SerializationContext());
  const drawn = card.render();
  // The renderer gives the card's element neither role nor name, and a place in the tab order that leads nowhere.
  drawn.setAttribute('role', 'group');
  drawn.setAttribute('aria-label', frame.dataset.name);
  drawn.removeAttribute('tabindex');
  frame.replaceChildren(drawn);
}
