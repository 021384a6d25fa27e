// One message: who, when, and what it says.
import { renderCard, renderMarkdown } from './card.js';
import { when } from './clock.js';
import { avatar, element } from './dom.js';
import { readTable } from './table.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const FILE = 'application/vnd.microsoft.teams.file.download.info';

export function drawMessage(message, kind, onAction) {
  const sender = message.from.name;
  const at = when(message.at);
  const marks = [element('time', { datetime: message.at }, at)];
  if (message.edited && !message.deleted) marks.push(element('span', { class: 'edited', title: when(message.edited) }, 'edited'));
  return element('article', {
    class: `message ${message.own ? 'own' : ''} ${message.from.bot ? 'bot' : ''}`,
    'data-id': message.id,
    tabindex: '-1',
    'aria-label': `${message.own ? 'You' : sender}, ${at}`,
  },
  avatar(element('span', { 'aria-hidden': 'true' }), sender, message.from.bot ? 'bot' : ''),
  element('div', { class: 'body' },
    element('header', {}, element('strong', {}, sender), ...marks),
    element('div', { class: 'content' }, ...content(message, kind, onAction)),
    message.failure ? element('p', { class: 'problem' }, message.failure) : null));
}

function content(message, kind, onAction) {
  if (message.deleted) return [element('p', { class: 'deleted' }, 'This message was deleted.')];
  const parts = [];
  const mention = kind === 'channel' && !message.from.bot ? element('span', { class: 'mention' }, 'CoordinatorBot') : null;
  if (message.text || mention) parts.push(text(message, mention));
  const attachments = (message.attachments ?? []).map((attachment) => draw(attachment, onAction));
  if (message.attachmentLayout === 'carousel') parts.push(element('div', { class: 'carousel', tabindex: '0', role: 'group', 'aria-label': 'Cards' }, ...attachments));
  else parts.push(...attachments);
  return parts;
}

function text(message, mention) {
  const value = message.text ?? '';
  if (message.textFormat === 'markdown') return element('div', { class: 'bubble' }, renderMarkdown(value));
  const plain = message.textFormat === 'xml' ? new DOMParser().parseFromString(value, 'text/html').body.textContent : value;
  return element('p', { class: 'bubble plain-text' }, mention, mention ? ' ' : null, plain);
}

function draw(attachment, onAction) {
  if (attachment.contentType === CARD) return renderCard(attachment.content, onAction);
  if (attachment.contentType === FILE) {
    return element('p', { class: 'file' }, element('a', { href: attachment.content.downloadUrl, download: attachment.name }, attachment.name));
  }
  if (attachment.contentType === 'text/html') {
    const rows = readTable(attachment.content);
    return rows ? drawTable(rows) : element('p', { class: 'bubble' }, new DOMParser().parseFromString(attachment.content, 'text/html').body.textContent);
  }
  return element('p', { class: 'file' }, `${attachment.name ?? 'Attachment'} (${attachment.contentType}): the simulator doesn’t draw this kind.`);
}

function drawTable(rows) {
  return element('div', { class: 'pasted', tabindex: '0', role: 'group', 'aria-label': 'Pasted table' },
    element('table', {}, element('tbody', {}, ...rows.map((row) =>
      element('tr', {}, ...row.map((cell) => element('td', {}, cell)))))));
}
