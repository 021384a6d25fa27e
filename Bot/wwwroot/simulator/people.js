// Who one plays: the list of people, and adding somebody.
import { api } from './api.js';
import { $, avatar, element } from './dom.js';
import { reader, showItems } from './lists.js';

let current;

const links = () => [
  element('a', { class: 'person' }),
  element('a', { class: 'window', target: '_blank', title: 'In a window of their own' }, '↗'),
];

function fill([become, apart], person) {
  const marks = [person.title, person.organisation].filter(Boolean).join(', ');
  const notes = [];
  if (person.membership === 'Guest') notes.push('guest');
  if (person.membership === 'External') notes.push('other tenant');
  if (!person.hasApp) notes.push('no app');
  if (person.refusal) notes.push(person.refusal);
  become.href = apart.href = `?as=${encodeURIComponent(person.id)}`;
  if (person.id === current) become.setAttribute('aria-current', 'true');
  become.replaceChildren(
    avatar(element('span', { 'aria-hidden': 'true' }), person.name),
    element('span', { class: 'person-lines' },
      element('span', {}, element('strong', {}, person.name), ' ', element('span', { class: 'part' }, person.hint)),
      element('small', {}, [marks, ...notes].filter(Boolean).join(' · '))));
  apart.setAttribute('aria-label', `${person.name} in a window of their own`);
}

function show(people) {
  showItems($('people-list'), people, links, fill);
}

export const updatePeople = reader(api.people, show);

export function startPeople(person, people) {
  current = person.id;
  show(people);
  $('people-button').addEventListener('click', () => $('people').showModal());
  $('zones').replaceChildren(...Intl.supportedValuesOf('timeZone').map((zone) => element('option', { value: zone })));
  $('add-person-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const wanted = Object.fromEntries(new FormData(form));
    wanted.inStaffTeam = form.elements.inStaffTeam.checked;
    $('add-person-problem').textContent = '';
    try {
      await api.addPerson(wanted);
      form.reset();
      await updatePeople();
      $('people-list').lastElementChild.querySelector('a').focus();
    } catch (e) {
      $('add-person-problem').textContent = e.message;
    }
  });
}
