// Requests to the simulator. Who acts is in the address of the page.
import { follow } from './news.js';

export const me = new URLSearchParams(location.search).get('as');

async function request(method, path, body) {
  const options = { method };
  if (body !== undefined) {
    options.headers = { 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' };
    options.body = body instanceof Blob ? body : JSON.stringify(body);
  }
  const response = await fetch(`/simulator/api/${path}`, options);
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json');
  if (!response.ok) throw new Error((isJson ? JSON.parse(text) : text) || `The simulator answered ${response.status}.`);
  return isJson ? JSON.parse(text) : null;
}

const as = (path) => `${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(me)}`;
const chatPath = (chat, rest = '') => as(`chats/${encodeURIComponent(chat)}${rest}`);

export const api = {
  people: () => request('GET', 'people'),
  addPerson: (person) => request('POST', 'people', person),
  setApp: (id, on) => request('PUT', `people/${encodeURIComponent(id)}/app`, { on }),
  setRefusal: (id, code) => request('PUT', `people/${encodeURIComponent(id)}/refusal`, { code }),
  findPeople: (text) => request('GET', `people/search?text=${encodeURIComponent(text)}`),
  chats: () => request('GET', as('chats')),
  chat: (id) => request('GET', chatPath(id)),
  read: (id) => request('POST', chatPath(id, '/read')),
  say: (id, said) => request('POST', chatPath(id, '/messages'), said),
  press: (id, message, action) => request('POST', chatPath(id, `/messages/${message}/press`), action),
  refresh: (id, message) => request('POST', chatPath(id, `/messages/${message}/refresh`)),
  submitTask: (id, message, data) => request('POST', chatPath(id, `/messages/${message}/task`), data ?? {}),
  upload: (file) => request('POST', `files?name=${encodeURIComponent(file.name)}`, new Blob([file])),
  letters: () => request('GET', as('letters')),
  commands: () => request('GET', 'commands'),
  clock: () => request('GET', 'clock'),
  moveClock: (move) => request('POST', 'clock', move),
  faults: () => request('GET', 'faults'),
  setFaults: (settings) => request('PUT', 'faults', settings),
  traffic: () => request('GET', 'traffic'),
  samples: () => request('GET', 'samples'),
  play: (name) => request('POST', `samples/${encodeURIComponent(name)}`),
  playing: () => request('GET', 'samples/playing'),
};

// Tells of everything that happens to this person, from when the promise is kept. After a break it says
// 'reconnected', and the page reads everything anew.
// A browser keeps only a few connections to a server, so its windows share one, where shared workers exist.
export function listen(onNews) {
  return new Promise((resolve) => {
    const take = (news) => {
      if (news.kind === 'opened') resolve();
      else if (!news.to || news.to === me) onNews(news);
    };
    if (window.SharedWorker) {
      const worker = new SharedWorker('/simulator/news-worker.js', { type: 'module' });
      worker.port.onmessage = (event) => take(event.data);
      worker.port.start();
    } else {
      follow(`/simulator/api/${as('events')}`, take);
    }
  });
}
