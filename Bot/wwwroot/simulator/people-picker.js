// The people picker of a card, as Teams has it: the directory is asked while one types, and what is sent is the person's id.
import { api } from './api.js';

// Of all that were found: a card that is drawn anew still has the name that was chosen.
const ids = new Map();

const isPicker = (input) => input instanceof window.AdaptiveCards.ChoiceSetInput && input.isDynamicTypeahead();

// Gives a function that puts ids in place of the names chosen.
export function servePeople(card) {
  card.onInputValueChanged = async (input) => {
    if (!isPicker(input)) return;
    const typed = input.getFilterForDynamicSearch();
    if (!typed) return;
    input.showLoadingIndicator();
    try {
      const people = await api.findPeople(typed);
      for (const person of people) ids.set(titleOf(person), person.aadObjectId);
      input.removeLoadingIndicator();
      input.renderChoices(typed, people.map((p) => new window.AdaptiveCards.Choice(titleOf(p), p.aadObjectId)));
    } catch (e) {
      input.showErrorIndicator(typed, e.message);
    }
  };
  return (data) => {
    for (const { id } of card.getAllInputs().filter(isPicker)) if (ids.has(data[id])) data[id] = ids.get(data[id]);
    return data;
  };
}

const titleOf = (person) => `${person.name} (${person.mail})`;
