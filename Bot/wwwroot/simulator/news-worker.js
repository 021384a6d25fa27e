// One connection for all windows of a browser: everybody's news, from which each window picks its own.
import { follow } from './news.js';

const windows = new Set();
let opened = false;

self.onconnect = (event) => {
  const [port] = event.ports;
  windows.add(port);
  port.start();
  if (opened) port.postMessage({ kind: 'opened' });
};

follow('/simulator/api/events', (news) => {
  opened = true;
  for (const port of windows) port.postMessage(news);
});
