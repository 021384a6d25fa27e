// The letters of the person one plays, and those to people nobody plays.
import { api } from './api.js';
import { when } from './clock.js';
import { $, element } from './dom.js';

const opened = new Set(JSON.parse(sessionStorage.getItem('simulator.letters') ?? '[]'));

export async function updateLetters() {
  const letters = await api.letters();
  $('letters-place').hidden = letters.length === 0;
  $('letters').replaceChildren(...letters.map((letter) => element('li', {},
    element('button', { type: 'button', class: opened.has(letter.id) ? 'chat' : 'chat unread', 'data-letter': letter.id, onclick: () => open(letter) },
      element('span', { class: 'chat-lines' },
        element('span', { class: 'chat-line' },
          element('strong', {}, letter.subject),
          element('time', { datetime: letter.at }, when(letter.at))),
        element('span', { class: 'chat-line' }, element('span', { class: 'preview' }, letter.own ? 'To you' : `To ${letter.to}`)),
        opened.has(letter.id) ? null : element('span', { class: 'visually-hidden' }, 'unread'))))));
}

function open(letter) {
  opened.add(letter.id);
  sessionStorage.setItem('simulator.letters', JSON.stringify([...opened]));
  $('letter-title').textContent = letter.subject;
  $('letter-to').textContent = letter.to;
  $('letter-reply').textContent = letter.replyTo ?? 'the bot’s mailbox';
  $('letter-text').lang = letter.language;
  // What looks like an address is a link, as mail programs make it.
  $('letter-text').replaceChildren(...letter.text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2
    ? element('a', { href: part, target: '_blank', rel: 'noopener' }, part)
    : part)));
  $('letter-html').href = `/simulator/letters/${letter.id}`;
  $('letter-eml').href = `/simulator/letters/${letter.id}.eml`;
  $('letter').showModal();
  updateLetters();
}
