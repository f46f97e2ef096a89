import { html, nothing, render } from '../core/lit.js';
import { t } from '../core/text.js';

/**
 * Asks before something is done.
 *
 * @param danger whether it cannot be taken back
 * @return whether the person said yes
 */
export function confirmed({ title, text, yes, danger }) {
  const holder = document.body.appendChild(document.createElement('div'));
  render(html`
    <dialog class="card" aria-labelledby="confirm-title" aria-describedby="confirm-text">
      <h2 id="confirm-title">${title}</h2>
      <p id="confirm-text">${text}</p>
      ${danger ? html`<p class="danger-text">${t('confirm.final')}</p>` : nothing}
      <form method="dialog" class="actions">
        <button value="no" autofocus>${t('confirm.no')}</button>
        <button value="yes" class=${danger ? 'danger' : 'primary'}>${yes}</button>
      </form>
    </dialog>`, holder);
  const dialog = holder.querySelector('dialog');
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => {
      holder.remove();
      answer(dialog.returnValue === 'yes');
    }, { once: true });
  });
}
