// Small tools to make elements; text is always set as text.
export const $ = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'onclick') made.addEventListener('click', value);
    else if (name === 'class') made.className = value;
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((c) => c !== null && c !== undefined));
  return made;
}

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

// One of eight colours, the same for the same name.
export function avatar(target, name, kind = '') {
  let sum = 0;
  for (const c of name) sum = (sum * 31 + c.codePointAt(0)) % 997;
  target.className = `avatar tone-${sum % 8} ${kind}`;
  target.textContent = kind === 'channel' ? '#' : initials(name);
  return target;
}

export function toast(text, kind = 'info') {
  const shown = element('p', { class: `toast ${kind}` }, text,
    element('button', { type: 'button', class: 'plain small', onclick: () => shown.remove() }, 'Dismiss'));
  const toasts = $('toasts');
  toasts.append(shown);
  // Shown anew, so that it lies above a dialog that was opened meanwhile.
  if (toasts.matches(':popover-open')) toasts.hidePopover();
  toasts.showPopover();
  setTimeout(() => shown.remove(), kind === 'error' ? 15000 : 7000);
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
  });
}
