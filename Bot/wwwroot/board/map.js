// The picture of a delegation: a lane for each sector, a chair for each seat, those who stand behind it as sheets under the chair.
import { drawn, lines } from './dom.js';

const chair = { width: 168, height: 90, gap: 14, below: 30 };
const block = { label: 40, empty: 210, gap: 28, below: 14 };

export function seatMap(delegation, words, room) {
  const map = drawn('svg', { class: 'map', role: 'img', 'aria-label': `${words.picture} ${delegation.summary}` });
  const perRow = Math.max(1, Math.floor((room + chair.gap) / (chair.width + chair.gap)));
  let [x, top, tallest] = [0, 0, 0];
  // Sectors nobody has to come from yet take little room, after the others.
  for (const { lane, chairs } of delegation.lanes.map((l) => ({ lane: l, chairs: [...l.seats, ...missing(l)] })).sort((a, b) => !a.chairs.length - !b.chairs.length)) {
    const columns = Math.min(chairs.length, perRow);
    const width = columns ? columns * (chair.width + chair.gap) - chair.gap : Math.min(room, block.empty);
    const height = block.label + Math.ceil(chairs.length / perRow) * (chair.height + chair.below) + block.below;
    if (x > 0 && x + width > room) [x, top, tallest] = [0, top + tallest, 0];
    const group = drawn('g', { class: 'lane', transform: `translate(${x} ${top})` });
    name(group, lane, width + block.gap - 10);
    chairs.forEach((seat, i) => group.append(place(seat, (i % perRow) * (chair.width + chair.gap), block.label + Math.floor(i / perRow) * (chair.height + chair.below), words)));
    map.append(group);
    x += width + block.gap;
    tallest = Math.max(tallest, height);
  }
  const bottom = top + tallest;
  map.setAttribute('viewBox', `0 0 ${room} ${bottom}`);
  map.setAttribute('width', room);
  map.setAttribute('height', bottom);
  return map;
}

// What the plan wants and no seat stands for yet.
function missing(lane) {
  const free = lane.seats.filter((s) => s.state === 'Free').length;
  return Array.from({ length: Math.max(0, lane.missing - free) }, () => ({ state: 'Missing', behind: [] }));
}

function name(group, lane, room) {
  const [line] = lines(lane.name, 1, room, 14, 600);
  group.append(drawn('text', { class: 'sector', x: 0, y: 16 }, drawn('title', {}, lane.name), line));
  if (lane.min === undefined) return;
  const range = lane.min === lane.max ? `${lane.max}` : `${lane.min}–${lane.max}`;
  group.append(drawn('text', { class: lane.missing || lane.excess ? 'verdict bad' : 'verdict', x: 0, y: 32 }, `${lane.have} / ${range}  ${lane.verdict}`));
}

function place(seat, x, y, words) {
  const made = drawn('g', { class: `seat ${seat.state.toLowerCase()}`, transform: `translate(${x} ${y})` });
  if (seat.name) made.append(drawn('title', {}, [seat.name, seat.work, seat.standing].filter(Boolean).join(', ')));
  const sheets = Math.min(3, seat.behind.length);
  for (let i = sheets; i > 0; i--) made.append(drawn('rect', { class: 'sheet', x: i * 4, y: i * 4, width: chair.width - 12, height: chair.height - 12, rx: 10 }));
  made.append(drawn('rect', { class: 'chair', width: chair.width - 12, height: chair.height - 12, rx: 10 }));
  if (seat.state === 'Missing') {
    made.append(drawn('text', { class: 'sign', x: 20, y: 38 }, '▲'), drawn('text', { x: 38, y: 37 }, words.missing));
    return made;
  }
  made.append(
    drawn('circle', { class: 'disc', cx: 20, cy: 22, r: 12 }),
    drawn('text', { class: 'sign', x: 20, y: 27 }, seat.sign),
    drawn('text', { class: 'number', x: 20, y: 52 }, `${seat.number}`));
  const room = chair.width - 12 - 46;
  const named = seat.name ? lines(seat.name, 2, room, 13, 600) : [];
  named.forEach((line, i) => made.append(drawn('text', { class: 'name', x: 40, y: 20 + i * 16 }, line)));
  lines(seat.standing, 4 - named.length, room, 12).forEach((line, i) =>
    made.append(drawn('text', { class: 'standing', x: 40, y: 20 + named.length * 16 + i * 14 }, line)));
  if (seat.behind.length) {
    const more = seat.behind.length > 1 ? ` +${seat.behind.length - 1}` : '';
    const [first] = lines(seat.behind[0].name, 1, chair.width - 62, 12);
    made.append(drawn('text', { class: 'behind', x: 6 + sheets * 4, y: chair.height + sheets * 4 + 2 }, `↳ ${first}${more}`));
  }
  return made;
}
