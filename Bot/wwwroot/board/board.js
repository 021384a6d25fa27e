// The board: asks for its data again and again, and draws anew only what changed.
import { element } from './dom.js';
import { seatMap } from './map.js';

const every = 20_000;
const main = document.getElementById('main');
const printWidth = 680;
let board;
let tag;
let seen;
let width = 0;
const open = new Set();

document.getElementById('print').addEventListener('click', () => window.print());
document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
window.addEventListener('beforeprint', () => draw(printWidth));
window.addEventListener('afterprint', () => draw());
new ResizeObserver(() => {
  if (Math.abs(main.clientWidth - width) > 4) draw();
}).observe(main);
await look();
setInterval(() => { if (!document.hidden) look(); }, every);

async function look() {
  let answer;
  try {
    answer = await fetch(`${location.pathname}/data`, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' });
  } catch {
    if (board) asOf(board.words.offline);
    return;
  }
  if (answer.status === 304) return asOf(board.words.updated, new Date());
  if (answer.status >= 500 || answer.status === 429) return board && asOf(board.words.offline);
  const read = await answer.json();
  if (!answer.ok) return notice(read);
  tag = answer.headers.get('ETag');
  board = read;
  heading();
  draw();
  asOf(board.words.updated, new Date());
}

function asOf(words, now) {
  seen = now ?? seen;
  const time = seen?.toLocaleTimeString(board.language === 'en' ? 'en-GB' : board.language, { hour: '2-digit', minute: '2-digit' }) ?? '';
  document.getElementById('as-of').textContent = `${words} ${time}`;
}

function notice(said) {
  document.documentElement.lang = said.language;
  document.title = said.heading;
  document.getElementById('title').textContent = said.heading;
  document.getElementById('subtitle').textContent = said.text;
  document.getElementById('print').hidden = true;
  document.getElementById('as-of').textContent = '';
  board = undefined;
  main.replaceChildren();
}

function heading() {
  document.documentElement.lang = board.language;
  document.title = `${board.title} · ${board.words.board}`;
  document.getElementById('title').textContent = board.title;
  document.getElementById('subtitle').textContent = board.subtitle;
  const print = document.getElementById('print');
  print.textContent = board.words.print;
  print.hidden = false;
}

function draw(room) {
  if (!board) return;
  width = main.clientWidth;
  for (const details of main.querySelectorAll('details')) details.open ? open.add(details.dataset.city) : open.delete(details.dataset.city);
  main.replaceChildren(
    board.delegations.length > 1 ? overview() : '',
    ...board.delegations.map((d) => delegation(d, room ?? Math.max(280, Math.min(1180, width) - 40), room !== undefined)),
    board.delegations.length === 0 ? element('p', { class: 'notice' }, board.words.none) : '');
}

function overview() {
  const lanes = new Map(board.delegations.flatMap((d) => d.lanes.filter((l) => l.code)).map((l) => [l.code, l.name]));
  return element('section', { class: 'panel' },
    element('h2', { id: 'overview' }, board.words.overview),
    element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'overview' }, element('table', { class: 'overview' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, board.words.sector), ...board.delegations.map((d) => element('th', { scope: 'col' }, d.city)))),
      element('tbody', {},
        ...[...lanes].map(([code, name]) => element('tr', {}, element('th', { scope: 'row' }, name), ...board.delegations.map((d) => cell(d.lanes.find((l) => l.code === code))))),
        element('tr', { class: 'sum' }, element('th', { scope: 'row' }, board.words.together), ...board.delegations.map((d) =>
          element('td', { class: d.fits ? 'good' : 'bad' }, d.standing)))))));
}

function cell(lane) {
  if (!lane) return element('td', {}, '–');
  const range = lane.min === undefined ? '' : lane.min === lane.max ? ` / ${lane.max}` : ` / ${lane.min}–${lane.max}`;
  return element('td', { class: lane.missing || lane.excess ? 'bad' : 'good' },
    element('span', { class: 'dots', 'aria-hidden': 'true' }, '●'.repeat(lane.have) + '○'.repeat(lane.missing)),
    element('span', { class: 'count' }, `${lane.have}${range}`), element('span', { class: 'word' }, ` ${lane.verdict}`));
}

function delegation(d, room, printing) {
  return element('section', { class: 'panel' },
    element('div', { class: 'row' }, element('h2', {}, d.city), element('p', { class: 'quiet' }, [d.stage, d.lead].filter(Boolean).join(' · '))),
    seatMap(d, board.words, room),
    element('div', { class: 'balances' },
      balance(board.words.now, d.standing, d.fits, d.gaps),
      d.moves ? balance(board.words.after, d.standingAfter, d.fitsAfter, d.gapsAfter, d.moves) : ''),
    element('details', { 'data-city': d.city, open: printing || open.has(d.city) }, element('summary', {}, board.words.table), table(d)));
}

function balance(label, standing, fits, said, before) {
  return element('div', { class: fits ? 'balance good' : 'balance bad' },
    before ? element('p', {}, before) : null,
    element('p', {}, element('strong', {}, `${fits ? '✓' : '▲'} ${label}: ${standing}`)),
    element('ul', {}, ...said.map((s) => element('li', {}, s))));
}

function table(d) {
  const words = board.words;
  const head = [words.sector, words.seat, words.who, words.answer, words.behind].map((t) => element('th', { scope: 'col' }, t));
  const rows = d.lanes.flatMap((lane) => lane.seats.length
    ? lane.seats.map((s) => element('tr', {}, element('td', {}, lane.count), element('td', {}, `${s.number}`), who(s), element('td', {}, `${s.sign} ${s.standing}`), behind(s)))
    : [element('tr', {}, element('td', {}, `${lane.count} ${lane.verdict}`), ...Array.from({ length: 4 }, () => element('td', {}, '–')))]);
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${words.table}: ${d.city}` },
    element('table', {}, element('caption', {}, `${words.picture} ${d.city}`), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)));
}

function who(seat) {
  return element('td', {}, seat.name ? element('bdi', {}, seat.name) : '–', seat.work ? element('span', { class: 'quiet' }, element('br'), element('bdi', {}, seat.work)) : null);
}

function behind(seat) {
  if (!seat.behind.length) return element('td', {}, '–');
  return element('td', {}, element('ol', {}, ...seat.behind.map((b) =>
    element('li', {}, element('bdi', {}, b.name), element('span', { class: 'quiet' }, ` · ${[b.sector, b.reasons].filter(Boolean).join(', ')}`)))));
}
