// Who one plays: the list of people, and adding somebody.
import { api } from './api.js';
import { $, avatar, element } from './dom.js';
import { reader } from './lists.js';

let current;

function item(person) {
  const address = `?as=${encodeURIComponent(person.id)}`;
  const marks = [person.title, person.organisation].filter(Boolean).join(', ');
  const notes = [];
  if (person.membership === 'Guest') notes.push('guest');
  if (person.membership === 'External') notes.push('other tenant');
  if (!person.hasApp) notes.push('no app');
  if (person.refusal) notes.push(person.refusal);
  return element('li', {},
    element('a', { class: 'person', href: address, 'aria-current': person.id === current ? 'true' : null },
      avatar(element('span', { 'aria-hidden': 'true' }), person.name),
      element('span', { class: 'person-lines' },
        element('span', {}, element('strong', {}, person.name), ' ', element('span', { class: 'part' }, person.hint)),
        element('small', {}, [marks, ...notes].filter(Boolean).join(' · ')))),
    element('a', {
      class: 'window',
      href: address,
      target: '_blank',
      'aria-label': `${person.name} in a window of their own`,
      title: 'In a window of their own',
    }, '↗'));
}

function show(people) {
  $('people-list').replaceChildren(...people.map(item));
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
