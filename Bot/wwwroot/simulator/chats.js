// The list of chats and channels at the side.
import { api } from './api.js';
import { renderMarkdown } from './card.js';
import { when } from './clock.js';
import { $, avatar, element } from './dom.js';
import { reader, showButtons } from './lists.js';

export class ChatList {
  #person;
  #onOpen;
  #chats = [];
  #selected = null;

  // Reads the list anew.
  refresh = reader(api.chats, (chats) => {
    this.#chats = chats;
    this.#draw();
  });

  constructor(person, onOpen) {
    this.#person = person;
    this.#onOpen = onOpen;
  }

  find(id) { return this.#chats.find((c) => c.id === id); }

  first() { return this.#chats[0]; }

  select(id) {
    this.#selected = id;
    this.#draw();
  }

  focus() { $('chats').querySelector('button')?.focus(); }

  #draw() {
    showButtons($('chats'), this.#chats, (button, chat) => this.#fill(button, chat));
    const unread = this.#chats.reduce((sum, c) => sum + c.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ''}${this.#person.name} · Simulator`;
  }

  #fill(button, chat) {
    const picture = avatar(element('span', { 'aria-hidden': 'true' }), chat.kind === 'channel' ? '#' : chat.name, chat.kind === 'channel' ? 'channel' : 'bot');
    const details = element('span', { class: 'chat-lines' },
      element('span', { class: 'chat-line' },
        element('strong', {}, chat.name),
        chat.at ? element('time', { datetime: chat.at }, when(chat.at)) : null),
      element('span', { class: 'chat-line' },
        element('span', { class: 'preview' }, chat.preview ? renderMarkdown(chat.preview).textContent : chat.team ?? 'No messages yet'),
        chat.unread ? element('span', { class: 'badge' }, String(chat.unread), element('span', { class: 'visually-hidden' }, ' unread')) : null));
    button.className = `chat ${chat.unread ? 'unread' : ''}`;
    button.dataset.chat = chat.id;
    if (chat.id === this.#selected) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    button.onclick = () => this.#onOpen(chat.id, { focus: true });
    button.replaceChildren(picture, details);
  }
}
