// Cards, drawn by the official renderer with Teams' host configs.
import { tintBoxes } from './boxes.js';
import { makeReadable } from './contrast.js';
import { element, toast } from './dom.js';
import { servePeople } from './people-picker.js';
import { markSent, watchInputs } from './typed.js';

const hostConfigs = {};
let dark = false;

const markdown = window.markdownit({ html: false, linkify: false });
// Links lead out of the simulator: into a window of their own.
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index].attrSet('target', '_blank');
  tokens[index].attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

export async function loadHostConfigs() {
  await Promise.all(['light', 'dark'].map(async (theme) => {
    const config = await (await fetch(`/simulator/hostconfig/microsoft-teams-${theme}.json`)).json();
    tintBoxes(config, theme);
    makeReadable(config);
    config.fontTypes.default.fontFamily = getComputedStyle(document.body).fontFamily;
    hostConfigs[theme] = new window.AdaptiveCards.HostConfig(config);
  }));
}

export const setDark = (on) => { dark = on; };

export const renderMarkdown = (text) => {
  const shown = element('div', { class: 'markdown' });
  shown.innerHTML = markdown.render(text);
  return shown;
};

const blocked = new Set(['javascript:', 'data:', 'file:', 'vbscript:']);

function openUrl(url) {
  try {
    if (blocked.has(new URL(url, location.href).protocol)) throw new Error();
    window.open(url, '_blank', 'noopener,noreferrer');
  } catch {
    toast('Teams doesn’t open this address.', 'error');
  }
}

// Draws a card; onAction gets {type, id, title, verb, data}, its inputs joined to data, and a promise is awaited: of false, if what was typed wasn't taken.
export function renderCard(content, onAction) {
  const frame = element('div', { class: 'card' });
  try {
    const card = new window.AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfigs[dark ? 'dark' : 'light'];
    const withIds = servePeople(card);
    card.onExecuteAction = async (action) => {
      const type = action.getJsonTypeName();
      if (type === 'Action.OpenUrl') {
        openUrl(action.url);
        return;
      }
      if (frame.dataset.busy) return;
      frame.dataset.busy = 'true';
      frame.setAttribute('aria-busy', 'true');
      const wire = { type, title: action.title ?? '', data: withIds({ ...(action.data ?? {}) }) };
      if (action.id) wire.id = action.id;
      if (type === 'Action.Execute') wire.verb = action.verb ?? '';
      const takeBack = markSent(frame, wire.data);
      try {
        if (await onAction(wire) === false) takeBack();
      } finally {
        delete frame.dataset.busy;
        frame.removeAttribute('aria-busy');
      }
    };
    card.parse(content, new window.AdaptiveCards.SerializationContext());
    const draw = () => {
      const drawn = card.render();
      if (drawn) frame.replaceChildren(drawn);
      name(frame, content);
    };
    draw();
    watchInputs(frame, card, draw);
  } catch (e) {
    frame.append(element('p', { class: 'problem' }, `This card can’t be drawn: ${e.message}`));
  }
  return frame;
}

// The renderer gives the card's element neither a role nor a name unless the card has 'speak'.
function name(frame, content) {
  const root = frame.firstElementChild;
  if (!root) return;
  root.setAttribute('role', 'group');
  if (!root.getAttribute('aria-label')) root.setAttribute('aria-label', content.speak ?? content.fallbackText ?? 'Card');
  root.removeAttribute('tabindex');
}
