// The box one writes in: text, files, pasted tables, replies to threads, drafts kept a conversation each.
import { api, me } from './api.js';
import { $, element, toast } from './dom.js';
import { paragraph, readTable, writeTable } from './table.js';

const LONGEST_FILE = 4 * 1024 * 1024;

export class Composer {
  #chat = null;
  #thread = null;
  #files = [];
  #table = null;
  #commands = [];
  #box = $('message');

  constructor(person) {
    $('closed-name').textContent = person.name;
    $('install-button').addEventListener('click', () => api.setApp(person.id, true).catch((e) => toast(e.message, 'error')));
    $('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#submit();
      }
      if (event.key === 'Escape' && this.#thread) this.#replyingTo(null);
    });
    this.#box.addEventListener('input', () => this.#typed());
    this.#box.addEventListener('focus', () => this.#suggest());
    this.#box.addEventListener('paste', (event) => this.#paste(event));
    $('reply-cancel').addEventListener('click', () => this.#replyingTo(null));
    $('attach-button').addEventListener('click', () => $('file').click());
    $('file').addEventListener('change', () => this.#attach());
    api.commands().then((commands) => { this.#commands = commands; });
  }

  open(chat) {
    this.#chat = chat;
    this.#files = [];
    this.#table = null;
    this.#box.value = localStorage.getItem(this.#draftKey()) ?? '';
    this.#box.placeholder = chat.kind === 'channel' ? 'Start a post to CoordinatorBot' : 'Type a message';
    $('attach-button').hidden = chat.kind === 'channel';
    this.#replyingTo(null, false);
    this.#showAttached();
    this.#grow();
    this.#suggest();
  }

  // Without the app nothing can be written.
  allow(open) {
    $('composer').hidden = !open;
    $('closed').hidden = open;
  }

  replyTo(message) { this.#replyingTo(message); }

  // Whether it was sent.
  async send({ text, html, files, thread }) {
    try {
      await api.say(this.#chat.id, { text, html, files, thread });
      return true;
    } catch (e) {
      toast(`Not sent: ${e.message}`, 'error');
      return false;
    }
  }

  async #submit() {
    const text = this.#box.value.trim();
    if (!text && !this.#files.length && !this.#table) return;
    const said = {
      text,
      html: this.#table ? paragraph(text) + writeTable(this.#table) : undefined,
      files: this.#files.map((f) => f.id),
      thread: this.#thread?.id,
    };
    const written = { chat: this.#chat, text: this.#box.value, thread: this.#thread, files: this.#files, table: this.#table };
    this.#box.value = '';
    localStorage.removeItem(this.#draftKey());
    this.#files = [];
    this.#table = null;
    this.#replyingTo(null, false);
    this.#showAttached();
    this.#grow();
    this.#suggest();
    if (!await this.send(said)) this.#giveBack(written);
  }

  // What could not be sent is there to be sent again, unless something else is being written by now.
  #giveBack({ chat, text, thread, files, table }) {
    if (this.#chat.id !== chat.id && !localStorage.getItem(this.#draftKey(chat))) localStorage.setItem(this.#draftKey(chat), text);
    if (this.#chat.id !== chat.id || this.#box.value || this.#files.length || this.#table) return;
    this.#box.value = text;
    this.#files = files;
    this.#table = table;
    this.#replyingTo(thread);
    this.#showAttached();
    this.#typed();
  }

  #typed() {
    if (this.#box.value) localStorage.setItem(this.#draftKey(), this.#box.value);
    else localStorage.removeItem(this.#draftKey());
    this.#grow();
    this.#suggest();
  }

  #draftKey(chat = this.#chat) { return `simulator.draft.${me}.${chat?.id}`; }

  #grow() {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, 180)}px`;
  }

  #paste(event) {
    const rows = readTable(event.clipboardData.getData('text/html'));
    if (!rows?.length) return;
    event.preventDefault();
    this.#table = rows;
    this.#showAttached();
  }

  async #attach() {
    const file = $('file').files[0];
    $('file').value = '';
    if (!file) return;
    if (file.size > LONGEST_FILE) {
      toast('A file can have at most 4 MB here.', 'error');
      return;
    }
    const chat = this.#chat;
    try {
      const { id } = await api.upload(file);
      if (this.#chat.id !== chat.id) throw new Error('another conversation was opened meanwhile.');
      this.#files.push({ id, name: file.name });
      this.#showAttached();
      this.#box.focus();
    } catch (e) {
      toast(`${file.name} was not attached: ${e.message}`, 'error');
    }
  }

  #showAttached() {
    const chip = (name, remove) => element('li', {}, name, element('button', {
      type: 'button',
      class: 'plain small',
      'aria-label': `Remove ${name}`,
      onclick: () => { remove(); this.#showAttached(); },
    }, '×'));
    const chips = this.#files.map((f) => chip(f.name, () => { this.#files = this.#files.filter((o) => o !== f); }));
    if (this.#table) chips.push(chip(`Table of ${this.#table.length} rows`, () => { this.#table = null; }));
    $('files').replaceChildren(...chips);
    $('files').hidden = !chips.length;
  }

  #replyingTo(message, focus = true) {
    this.#thread = message;
    $('replying').hidden = !message;
    $('replying-text').textContent = message ? `Replying in the thread of ${message.from.name}` : '';
    if (focus) this.#box.focus();
  }

  #suggest() {
    const typed = this.#box.value.trimStart().toLowerCase();
    const scope = this.#chat?.kind === 'channel' ? 'team' : 'personal';
    const fitting = typed.includes(' ') || document.activeElement !== this.#box ? [] : this.#commands
      .filter((c) => (!c.scopes || c.scopes.includes(scope)) && c.title.toLowerCase().startsWith(typed) && c.title.toLowerCase() !== typed);
    $('commands').replaceChildren(...fitting.map((c) => element('li', {}, element('button', {
      type: 'button',
      class: 'command',
      title: c.description,
      onclick: () => {
        this.#box.value = c.title;
        this.#typed();
        this.#box.focus();
      },
    }, c.title))));
    $('commands').hidden = !fitting.length;
  }
}
