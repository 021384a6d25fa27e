// A dialog that a card opened (a task module).
import { renderCard } from './card.js';
import { $, element } from './dom.js';

// submit(data) answers a problem to show, or null when the dialog is done with.
export function openTask(task, submit) {
  const dialog = $('task');
  $('task-title').textContent = task?.title ?? 'Dialog';
  $('task-problem').textContent = '';
  const content = task?.card?.content;
  $('task-card').replaceChildren(content
    ? renderCard(content, async (action) => {
      $('task-problem').textContent = '';
      const problem = await submit(action.data).catch((e) => e.message);
      if (problem) $('task-problem').textContent = problem;
      else if ($('task-card').firstElementChild?.dataset.busy) dialog.close();
    })
    : element('p', { class: 'problem' }, 'The dialog carries no card: the simulator draws no other kind.'));
  if (!dialog.open) dialog.showModal();
}
