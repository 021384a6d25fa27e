// The letters of the person one plays, and those to people nobody plays.
import { api } from './api.js';
import { when } from './clock.js';
import { $, element } from './dom.js';
import { reader, showButtons } from './lists.js';

const opened = new Set(JSON.parse(sessionStorage.getItem('simulator.letters') ?? '[]'));

let shown = [];

export const updateLetters = reader(api.letters, (letters) => {
  shown = letters;
  draw();
});

function draw() {
  $('letters-place').hidden = shown.length === 0;
  showButtons($('letters'), shown, (button, letter) => {
    button.className = opened.has(letter.id) ? 'chat' : 'chat unread';
    button.dataset.letter = letter.id;
    button.onclick = () => open(letter);
    button.replaceChildren(element('span', { class: 'chat-lines' },
      element('span', { class: 'chat-line' },
        element('strong', {}, letter.subject),
        element('time', { datetime: letter.at }, when(letter.at))),
      element('span', { class: 'chat-line' }, element('span', { class: 'preview' }, letter.own ? 'To you' : `To ${letter.to}`)),
      ...(opened.has(letter.id) ? [] : [element('span', { class: 'visually-hidden' }, 'unread')])));
  });
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
  draw();
}
