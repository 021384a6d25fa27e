// The list of chats and channels at the side.
import { api } from './api.js';
import { renderMarkdown } from './card.js';
import { when } from './clock.js';
import { $, avatar, element } from './dom.js';

export class ChatList {
  #person;
  #onOpen;
  #chats = [];
  #selected = null;
  #reading = null;
  #again = false;

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

  // Many messages at once are read once or twice, not each.
  refresh() {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = (async () => {
      do {
        this.#again = false;
        this.#chats = await api.chats();
      } while (this.#again);
      this.#reading = null;
      this.#draw();
    })();
    return this.#reading;
  }

  #draw() {
    const focused = document.activeElement?.dataset?.chat;
    $('chats').replaceChildren(...this.#chats.map((chat) => this.#item(chat)));
    if (focused) $('chats').querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
    const unread = this.#chats.reduce((sum, c) => sum + c.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ''}${this.#person.name} · Simulator`;
  }

  #item(chat) {
    const name = chat.kind === 'channel' ? `${chat.name}` : chat.name;
    const picture = avatar(element('span', { 'aria-hidden': 'true' }), chat.kind === 'channel' ? '#' : name, chat.kind === 'channel' ? 'channel' : 'bot');
    const details = element('span', { class: 'chat-lines' },
      element('span', { class: 'chat-line' },
        element('strong', {}, name),
        chat.at ? element('time', { datetime: chat.at }, when(chat.at)) : null),
      element('span', { class: 'chat-line' },
        element('span', { class: 'preview' }, chat.preview ? renderMarkdown(chat.preview).textContent : chat.team ?? 'No messages yet'),
        chat.unread ? element('span', { class: 'badge' }, String(chat.unread), element('span', { class: 'visually-hidden' }, ' unread')) : null));
    return element('li', {}, element('button', {
      type: 'button',
      class: `chat ${chat.unread ? 'unread' : ''}`,
      'data-chat': chat.id,
      'aria-current': chat.id === this.#selected ? 'true' : null,
      onclick: () => this.#onOpen(chat.id, { focus: true }),
    }, picture, details));
  }
}
