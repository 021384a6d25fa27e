// What somebody types into a card is theirs until they send it: a card that is drawn anew under their hands keeps it, and the focus.
const forms = new WeakMap();

// Keeps an eye on the inputs of a card in its frame; draw() draws it again.
export function watchInputs(frame, card, draw) {
  const form = { card, draw, typed: new Set(), sent: {} };
  const notify = card.onInputValueChanged;
  card.onInputValueChanged = (input) => {
    form.typed.add(input.id);
    notify?.(input);
  };
  forms.set(frame, form);
}

// What is sent is the bot's: a card that comes as the answer shows what the bot says. Gives what takes that back, if it wasn't taken.
export function markSent(frame, data) {
  const form = forms.get(frame);
  form.sent = Object.fromEntries(form.card.getAllInputs().filter((input) => Object.hasOwn(data, input.id)).map((input) => [input.id, input.value]));
  return () => { form.sent = {}; };
}

// Carries what was typed into the cards of a message over to those that take its place. Gives what puts the focus where it was, or null.
export function carryTyped(shown, drawn) {
  const [before, after] = [shown, drawn].map((message) => [...message.querySelectorAll('.card')].map((frame) => forms.get(frame)));
  const focus = before.map((form, i) => (form && after[i] ? carry(form, after[i]) : null));
  return focus.find(Boolean) ?? null;
}

function carry(before, after) {
  const inputs = after.card.getAllInputs();
  const pairs = before.card.getAllInputs()
    .map((input) => ({ input, same: inputs.find((i) => i.id === input.id && i.getJsonTypeName() === input.getJsonTypeName()) }))
    .filter(({ same }) => same);
  const typed = pairs.filter(({ input }) => isTyped(before, input));
  for (const { input, same } of typed) {
    same.defaultValue = input.value;
    after.typed.add(same.id);
  }
  if (typed.length) after.draw();
  unfold(before.card, after.card);
  for (const { input, same } of typed) carryBox(input, same);
  return focusIn(pairs);
}

const isTyped = ({ typed, sent }, { id, value }) => typed.has(id) && !(Object.hasOwn(sent, id) && Object.is(sent[id], value));

const folding = (card) => card.getAllActions().filter((action) => action instanceof window.AdaptiveCards.ShowCardAction);

function unfold(before, after) {
  const open = folding(before).filter((action) => action.renderedElement?.getAttribute('aria-expanded') === 'true');
  for (const action of folding(after)) if (open.some((o) => o.title === action.title)) action.execute();
}

const controls = (input) => [...input.renderedElement?.querySelectorAll('input, textarea, select') ?? []];

// A box of suggestions: what is half typed there is no value yet, and what was chosen is one only while it is among what was found.
function carryBox(input, same) {
  const { Choice, ChoiceSetInput } = window.AdaptiveCards;
  if (!(input instanceof ChoiceSetInput)) return;
  const [from, to] = [input, same].map((i) => controls(i).find((control) => control.type === 'text'));
  if (!from || !to) return;
  to.value = from.value;
  if (input.dynamicChoices?.includes(from.value)) same.renderChoices(from.value, [new Choice(from.value, from.value)]);
}

function focusIn(pairs) {
  const active = document.activeElement;
  const pair = pairs.find(({ input }) => controls(input).includes(active));
  if (!pair) return null;
  const at = controls(pair.input).indexOf(active);
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = active;
  return () => {
    const control = controls(pair.same)[at];
    if (!control) return;
    control.focus({ preventScroll: true });
    // Only boxes of text have a caret that can be read and set.
    if (typeof selectionStart === 'number') control.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    control.scrollTop = scrollTop;
  };
}
