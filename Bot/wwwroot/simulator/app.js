// Puts the page together: who plays, which conversation is open, and what happens elsewhere.
import { api, listen, me } from './api.js';
import { loadHostConfigs, setDark } from './card.js';
import { ChatList } from './chats.js';
import { startClock, take as takeClock } from './clock.js';
import { Composer } from './composer.js';
import { startControls, takeSample } from './controls.js';
import { Conversation } from './conversation.js';
import { $, avatar, toast } from './dom.js';
import { updateLetters } from './letters.js';
import { startPeople, updatePeople } from './people.js';

const app = $('app');
const narrow = matchMedia('(max-width: 720px)');
let person;
let chats;
let conversation;
let composer;

function isDark() {
  return (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
}

function applyTheme() {
  setDark(isDark());
  $('theme-button').setAttribute('aria-pressed', String(isDark()));
  conversation?.redraw();
}

function startTheme() {
  $('theme-button').addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('simulator.theme', theme);
    applyTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme);
  applyTheme();
}

function address(chat) {
  const query = new URLSearchParams({ as: me });
  if (chat) query.set('chat', chat);
  return `?${query}`;
}

async function open(chat, { push = true, focus = false } = {}) {
  const wanted = chats.find(chat) ?? chats.first();
  app.dataset.view = 'conversation';
  if (push) history.pushState({}, '', address(wanted.id));
  chats.select(wanted.id);
  composer.open(wanted);
  await conversation.open(wanted);
  if (focus) $(narrow.matches ? 'chat-name' : 'message').focus();
}

function showChats() {
  app.dataset.view = 'chats';
  conversation.leave();
  history.pushState({}, '', address());
  chats.focus();
}

// Whether the open conversation is in sight: what is seen is read.
const watching = () => document.visibilityState === 'visible' && !(narrow.matches && app.dataset.view === 'chats');

function take(news) {
  switch (news.kind) {
    case 'message':
      chats.refresh();
      conversation.take(news.chat, news.message);
      if (news.chat === conversation.chat?.id && watching()) conversation.markRead();
      break;
    case 'typing':
      conversation.showTyping(news.chat);
      break;
    case 'read':
      chats.refresh();
      break;
    case 'clock':
      takeClock(news);
      conversation.retime();
      chats.refresh();
      break;
    case 'people':
      updatePeople().then((people) => {
        if (conversation.chat?.kind === 'chat') composer.allow(people.find((p) => p.id === me)?.hasApp);
      });
      break;
    case 'letter':
      updateLetters();
      break;
    case 'reconnected':
      // The simulator may have been started anew and know nothing of what is shown.
      location.reload();
      break;
    case 'sample':
      takeSample(news);
      break;
  }
}

async function start() {
  const people = await api.people();
  person = people.find((p) => p.id === me);
  if (!person) {
    const last = localStorage.getItem('simulator.person');
    const chosen = people.find((p) => p.id === last) ?? people[0];
    location.replace(`?as=${encodeURIComponent(chosen.id)}`);
    return;
  }
  localStorage.setItem('simulator.person', person.id);
  document.title = `${person.name} · Simulator`;
  avatar($('me-avatar'), person.name);
  $('me-name').textContent = person.name;
  $('me-hint').textContent = person.hint;
  startClock(person);
  startPeople(person, people);
  startControls();
  await loadHostConfigs();
  composer = new Composer(person);
  conversation = new Conversation(composer);
  chats = new ChatList(person, open);
  startTheme();
  $('back-button').addEventListener('click', showChats);
  document.addEventListener('visibilitychange', () => { if (watching()) conversation.markRead(); });
  addEventListener('popstate', () => {
    const chat = new URLSearchParams(location.search).get('chat');
    if (chat || !narrow.matches) open(chat, { push: false });
    else app.dataset.view = 'chats';
  });
  await listen(take);
  takeClock(await api.clock());
  await Promise.all([chats.refresh(), updateLetters()]);
  const chat = new URLSearchParams(location.search).get('chat');
  if (chat || !narrow.matches) await open(chat, { push: false });
  app.dataset.ready = 'true';
}

start().catch((e) => toast(`The simulator could not start: ${e.message}`, 'error'));
