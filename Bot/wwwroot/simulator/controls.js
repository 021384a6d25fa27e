// What the simulator is asked to do: play a sample, misbehave, show the bot's calls.
import { api } from './api.js';
import { when } from './clock.js';
import { $, element, toast } from './dom.js';

const refusals = ['ConversationBlockedByUser', 'BotNotInConversationRoster', 'BotDisabledByAdmin', 'MessageWritesBlocked', 'NotEnoughPermissions'];
let people = [];

export function takeSample(status, isNews = true) {
  const said = {
    playing: () => `Playing “${status.title}”: step ${status.step} of ${status.steps}.`,
    done: () => `“${status.title}” is loaded.`,
    failed: () => `“${status.title}” stopped at step ${status.step} of ${status.steps}: ${status.problem}`,
  }[status.state];
  $('sample-status').textContent = said ? said() : '';
  $('sample-status').className = status.state === 'failed' ? 'problem' : 'hint';
  if (isNews && status.state === 'done') toast(said());
  if (isNews && status.state === 'failed') toast(said(), 'error');
}

async function showSamples() {
  const samples = await api.samples();
  $('samples').replaceChildren(...(samples.length ? samples.map((sample) => element('li', {},
    element('button', {
      type: 'button',
      onclick: () => api.play(sample.name).catch((e) => toast(e.message, 'error')),
    }, `Load sample: ${sample.title}`),
    sample.description ? element('span', { class: 'hint' }, sample.description) : null))
    : [element('li', { class: 'hint' }, 'There are no samples in the folder “samples”.')]));
}

async function showFaults() {
  const settings = await api.faults();
  for (const field of $('faults-form').elements) {
    if (field.type === 'checkbox') field.checked = settings[field.name];
    else if (field.name) field.value = settings[field.name];
  }
}

async function showPersonFaults() {
  people = await api.people();
  const fields = $('person-faults').elements;
  const chosen = fields.person.value;
  fields.person.replaceChildren(...people.map((p) => element('option', { value: p.id, selected: p.id === chosen }, p.name)));
  showPerson();
}

function showPerson() {
  const fields = $('person-faults').elements;
  const person = people.find((p) => p.id === fields.person.value);
  if (!person) return;
  fields.code.value = person.refusal ?? '';
  fields.hasApp.checked = person.hasApp;
}

// Ids are long and say nothing to a reader.
const short = (path) => path.replace(/^\/v3/, '').split('/').map((part) => (part.length > 24 ? `${part.slice(0, 10)}…` : part)).join('/');

async function showTraffic() {
  const calls = await api.traffic();
  $('traffic').replaceChildren(...calls.map((call) => element('tr', { class: call.status && call.status < 400 ? '' : 'failed' },
    element('td', {}, when(call.at)),
    element('td', {}, element('strong', {}, call.method), ` ${short(call.path)}`),
    element('td', {}, [call.status, call.code].filter(Boolean).join(' ')))));
}

const guarded = (work) => async (event) => {
  event.preventDefault();
  try {
    await work(event);
  } catch (e) {
    toast(e.message, 'error');
  }
};

export function startControls() {
  $('person-faults').elements.code.append(...refusals.map((code) => element('option', { value: code }, code)));
  $('controls-button').addEventListener('click', async () => {
    $('controls').showModal();
    takeSample(await api.playing(), false);
    await Promise.all([showSamples(), showFaults(), showPersonFaults(), showTraffic()]);
  });
  $('faults-form').addEventListener('submit', guarded(async () => {
    const settings = {};
    for (const field of $('faults-form').elements) {
      if (field.type === 'checkbox') settings[field.name] = field.checked;
      else if (field.name) settings[field.name] = Number(field.value);
    }
    await api.setFaults(settings);
    toast('Teams will misbehave as asked.');
  }));
  $('person-faults').elements.person.addEventListener('change', showPerson);
  $('person-faults').addEventListener('submit', guarded(async () => {
    const fields = $('person-faults').elements;
    await api.setRefusal(fields.person.value, fields.code.value || null);
    await api.setApp(fields.person.value, fields.hasApp.checked);
    await showPersonFaults();
    toast('Applied.');
  }));
}
