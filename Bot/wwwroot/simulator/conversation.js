// The open conversation: its messages, threads, cards and what pressing them brings.
import { api } from './api.js';
import { fullDay, when } from './clock.js';
import { $, avatar, element, toast } from './dom.js';
import { drawMessage } from './message.js';
import { openTask } from './task.js';
import { carryTyped } from './typed.js';

export class Conversation {
  chat = null;
  #composer;
  #messages = new Map();
  #refreshed = new Set();
  #waiting = null;
  #typingUntil = null;
  #sight;
  #following = true;

  constructor(composer) {
    this.#composer = composer;
    this.#sight = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) this.#refresh(entry.target);
      }
    }, { root: $('log-frame') });
    $('log-frame').addEventListener('scroll', () => {
      this.#following = this.#atEnd();
      if (this.#following) $('to-newest').hidden = true;
    });
    // The box below grows as one types: the end stays in sight.
    new ResizeObserver(() => { if (this.#following) this.#toEnd(); }).observe($('log-frame'));
    $('to-newest').addEventListener('click', () => this.#toEnd());
  }

  async open(chat) {
    this.chat = chat;
    this.#refreshed.clear();
    this.#messages.clear();
    this.#hideTyping();
    // What arrives while the conversation is being read is applied after it.
    const waiting = this.#waiting = [];
    avatar($('chat-avatar'), chat.kind === 'channel' ? '#' : chat.name, chat.kind === 'channel' ? 'channel' : 'bot');
    $('chat-name').textContent = chat.name;
    $('chat-about').textContent = chat.kind === 'channel' ? chat.team : 'App';
    $('log').replaceChildren();
    let read;
    try {
      read = await api.chat(chat.id);
    } catch (e) {
      if (this.#waiting === waiting) this.#showUnread(chat, e);
      return;
    }
    if (this.#waiting !== waiting) return;
    this.#waiting = null;
    if (chat.kind === 'channel') $('chat-about').textContent = `${chat.team} · ${read.members.length} members`;
    this.#composer.allow(read.open);
    for (const message of read.messages) {
      this.#messages.set(message.id, message);
      this.#place(message);
    }
    if (read.messages.length === 0) $('log').append(this.#empty());
    this.#offer();
    for (const message of waiting) this.#put(message);
    this.#toEnd();
    this.markRead();
  }

  leave() {
    this.chat = null;
    this.#waiting = null;
  }

  // What isn't marked now is with the next message, or the next look.
  markRead() { if (this.chat) api.read(this.chat.id).catch(() => {}); }

  take(chat, message) {
    if (chat !== this.chat?.id) return;
    if (this.#waiting) this.#waiting.push(message);
    else this.#put(message);
    if (message.from.bot) this.#hideTyping();
  }

  showTyping(chat) {
    if (chat !== this.chat?.id) return;
    $('typing').textContent = 'CoordinatorBot is typing…';
    clearTimeout(this.#typingUntil);
    this.#typingUntil = setTimeout(() => this.#hideTyping(), 10000);
  }

  // Each message where it stands: whoever types into one stays there, too.
  redraw() {
    for (const message of this.#messages.values()) this.#swap(this.#find(message.id), message);
    this.#offer();
  }

  // Only the times: what somebody is typing into a card stays.
  retime() {
    for (const time of $('log').querySelectorAll('.body > header time')) time.textContent = when(time.dateTime);
  }

  #put(message) {
    const atEnd = this.#atEnd();
    const before = this.#messages.get(message.id);
    this.#messages.set(message.id, message);
    $('log').querySelector('.empty')?.remove();
    const shown = this.#find(message.id);
    if (shown) {
      if (JSON.stringify(before) !== JSON.stringify(message)) this.#swap(shown, message);
    } else {
      this.#place(message);
    }
    this.#offer();
    if (shown && !atEnd) return;
    if (atEnd || message.own) this.#toEnd();
    else $('to-newest').hidden = false;
  }

  #swap(shown, message) {
    const focused = shown.contains(document.activeElement);
    const drawn = this.#draw(message);
    const focus = carryTyped(shown, drawn) ?? (() => drawn.focus({ preventScroll: true }));
    shown.replaceWith(drawn);
    if (focused) focus();
  }

  #place(message) {
    const log = $('log');
    if (this.chat.kind !== 'channel') {
      this.#separate(log, message);
      log.append(this.#draw(message));
      return;
    }
    const thread = message.thread ? log.querySelector(`[data-thread="${message.thread}"] .replies`) : null;
    if (thread) {
      thread.append(this.#draw(message));
      return;
    }
    this.#separate(log, message);
    const drawn = this.#draw(message);
    log.append(element('div', { class: 'thread', role: 'group', 'data-thread': message.id, 'aria-label': `Thread of ${message.from.name}` },
      drawn,
      element('div', { class: 'replies' }),
      element('button', { type: 'button', class: 'plain small reply', onclick: () => this.#composer.replyTo(message) }, 'Reply')));
  }

  #separate(log, message) {
    const day = fullDay(message.at);
    if (log.dataset.lastDay === day && log.childElementCount) return;
    log.dataset.lastDay = day;
    log.append(element('h3', { class: 'day' }, day));
  }

  #draw(message) {
    const drawn = drawMessage(message, this.chat.kind, (action) => this.#press(message, action));
    if (message.refresh) this.#sight.observe(drawn);
    return drawn;
  }

  #find(id) { return $('log').querySelector(`[data-id="${id}"]`); }

  // Suggested actions belong to the newest message, and go with the answer.
  #offer() {
    $('log').querySelector('.suggested')?.remove();
    const last = [...this.#messages.values()].at(-1);
    if (!last?.suggestedActions?.length || last.own) return;
    this.#find(last.id)?.append(element('div', { class: 'suggested', role: 'group', 'aria-label': 'Suggested replies' },
      ...last.suggestedActions.map((action) => element('button', {
        type: 'button',
        onclick: () => (action.type === 'openUrl' ? open(action.value, '_blank', 'noopener') : this.#composer.send({ text: action.value ?? action.title })),
      }, action.title))));
  }

  // Gives false if nothing was taken of what the card sent: it was refused, or a dialog is still to be filled in.
  async #press(message, action) {
    const chat = this.chat;
    try {
      const result = await api.press(chat.id, message.id, action);
      await this.#show(chat, message, result);
      return !['error', 'task'].includes(result.outcome);
    } catch (e) {
      toast(e.message, 'error');
      return false;
    }
  }

  async #show(chat, message, result) {
    switch (result.outcome) {
      case 'task':
        openTask(result.task, async (data) => {
          const next = await api.submitTask(chat.id, message.id, data);
          if (next.outcome === 'error') return next.text;
          await this.#show(chat, message, next);
          return null;
        });
        break;
      case 'error':
        toast(result.text ?? 'Something went wrong. Please try again.', 'error');
        break;
      case 'message':
        if (result.text) toast(result.text);
        break;
    }
  }

  async #refresh(shown) {
    const message = this.#messages.get(shown.dataset.id);
    const key = `${message?.id}:${message?.revision}`;
    if (!message?.refresh || this.#refreshed.has(key)) return;
    this.#refreshed.add(key);
    this.#sight.unobserve(shown);
    const result = await api.refresh(this.chat.id, message.id).catch((e) => ({ outcome: 'error', text: e.message }));
    // A refresh that failed sticks, as in Teams.
    if (result.outcome === 'error') {
      this.#find(message.id)?.querySelector('.content')?.append(element('p', { class: 'problem' }, `The card could not be refreshed: ${result.text}`));
    }
  }

  #showUnread(chat, error) {
    $('log').replaceChildren(element('div', { class: 'empty' },
      element('p', { class: 'problem', role: 'alert' }, `The messages could not be read: ${error.message}`),
      element('button', { type: 'button', onclick: () => this.open(chat) }, 'Try again')));
  }

  #empty() {
    return element('div', { class: 'empty' },
      element('p', {}, this.chat.kind === 'channel' ? 'Nobody has posted here yet.' : 'No messages yet.'),
      element('p', { class: 'hint' }, this.chat.kind === 'channel'
        ? 'What you post here mentions the bot, so it gets it.'
        : 'Say hello, or type “help” to see what the bot can do.'));
  }

  #hideTyping() {
    clearTimeout(this.#typingUntil);
    $('typing').textContent = '';
  }

  #atEnd() {
    const frame = $('log-frame');
    return frame.scrollHeight - frame.scrollTop - frame.clientHeight < 80;
  }

  #toEnd() {
    const frame = $('log-frame');
    frame.scrollTop = frame.scrollHeight;
    $('to-newest').hidden = true;
  }
}
