// Lists that change while somebody looks at them.
import { element } from './dom.js';

// Reads something anew as often as it changes. Many changes at once are read once or twice, not each, and what was read first never replaces what was read later.
export function reader(read, show) {
  let reading = null;
  let again = false;
  return () => {
    if (reading) {
      again = true;
      return reading;
    }
    reading = (async () => {
      try {
        let found;
        do {
          again = false;
          found = await read();
        } while (again);
        show(found);
        return found;
      } finally {
        reading = null;
      }
    })();
    return reading;
  };
}

// Shows things, by their ids, as items that make() makes and fill() fills. An item stays the same element as long as its thing is there: what
// is in it keeps the focus, and a press that the list's change falls into isn't lost.
export function showItems(list, things, make, fill) {
  const before = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const items = things.map((thing) => before.get(thing.id) ?? element('li', { 'data-id': thing.id }, ...make()));
  for (const item of before.values()) if (!items.includes(item)) item.remove();
  items.forEach((item, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
    fill(item.children, things[i]);
  });
}

export function showButtons(list, things, fill) {
  showItems(list, things, () => [element('button', { type: 'button' })], ([button], thing) => fill(button, thing));
}
