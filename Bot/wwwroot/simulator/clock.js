// The simulated clock: shown at the top, moved in its dialog.
import { api } from './api.js';
import { $ } from './dom.js';

let ahead = 0;
let zone;

export const now = () => new Date(Date.now() + ahead);

const fullFormat = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
const day = { weekday: 'short', day: 'numeric', month: 'short' };
const time = { hour: '2-digit', minute: '2-digit' };

export function when(value) {
  const date = new Date(value);
  const key = (d) => fullFormat({ year: 'numeric', month: 'numeric', day: 'numeric' }).format(d);
  const today = now();
  if (key(date) === key(today)) return fullFormat(time).format(date);
  if (key(date) === key(new Date(today - 86400000))) return `Yesterday ${fullFormat(time).format(date)}`;
  const year = date.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' };
  return fullFormat({ ...day, ...year, ...time }).format(date);
}

export const fullDay = (value) =>
  fullFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(value));

export function take(news) {
  // To the second it is the server's; the page only counts on.
  ahead = new Date(news.now) - Date.now();
  const hours = news.aheadSeconds / 3600;
  $('clock-ahead').hidden = hours < 0.1;
  $('clock-ahead').textContent = hours < 48 ? `+${Math.round(hours)} h` : `+${Math.round(hours / 24)} days`;
  show();
}

function show() {
  const at = now();
  $('clock-time').textContent = fullFormat({ ...day, ...time }).format(at);
  $('clock-time').dateTime = at.toISOString();
  $('clock-now').textContent = `${fullDay(at)}, ${fullFormat({ ...time, timeZoneName: 'short' }).format(at)}`;
}

async function move(by) {
  $('clock-problem').textContent = '';
  try {
    take(await api.moveClock(by));
  } catch (e) {
    $('clock-problem').textContent = e.message;
  }
}

// A wall-clock time in the person's zone as an instant: the difference of the zone then is found by formatting.
function instant(local) {
  const guess = new Date(`${local}:00Z`);
  const parts = Object.fromEntries(fullFormat({
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(guess).map((p) => [p.type, p.value]));
  const shown = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`);
  return new Date(guess.getTime() - (shown - guess.getTime())).toISOString();
}

export function startClock(person) {
  zone = person.zone;
  $('clock-button').addEventListener('click', () => {
    show();
    $('clock').showModal();
  });
  for (const button of $('clock').querySelectorAll('[data-seconds]')) {
    button.addEventListener('click', () => move({ seconds: Number(button.dataset.seconds) }));
  }
  $('clock').querySelector('[data-time]').addEventListener('click', (event) =>
    move({ time: event.currentTarget.dataset.time, zone }));
  $('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    move({ until: instant($('clock-until').value) });
  });
  setInterval(show, 5000);
}
