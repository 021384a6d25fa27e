// The delegate's page: draws the card and sends what is pressed.
import { draw } from './card.js';

const frame = document.getElementById('card');
const status = document.getElementById('status');
const problem = document.getElementById('problem');
const { address, form, offline } = frame.dataset;

async function ask(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(`${address}/${path}${location.search}`, options);
    return await response.json();
  } catch {
    return { say: offline };
  }
}

function tell(text) {
  problem.textContent = text;
  problem.hidden = !text;
}

// What has changed is in the first box of the card: said to those who don't see it, and where the keyboard is afterwards.
function announce() {
  status.textContent = frame.querySelector('.ac-container:not(.ac-adaptiveCard)')?.textContent ?? document.title;
  frame.focus({ preventScroll: true });
  frame.scrollIntoView({ block: 'start' });
}

function show(answer) {
  tell(answer.say ?? '');
  if (answer.say) problem.scrollIntoView({ block: 'center' });
  if (!answer.card) return false;
  draw(frame, answer.card, async (action) => {
    frame.setAttribute('aria-busy', 'true');
    const next = await ask('press', { form, verb: action.verb, data: action.data ?? {} });
    frame.removeAttribute('aria-busy');
    if (show(next)) announce();
  });
  return true;
}

show(await ask('card'));
frame.removeAttribute('aria-busy');
