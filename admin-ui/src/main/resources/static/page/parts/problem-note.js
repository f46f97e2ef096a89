import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { known, t } from '../core/text.js';

/** What went wrong and what to do; with `again`, a button that tries once more. */
class ProblemNote extends Part {
  template() {
    const { code, message, correlationId } = this.problem;
    const advice = known(`problem.${code}`, message || t('problem.unknown'));
    return html`
      <div class="note error" role="alert">
        <p>${advice}</p>
        ${correlationId ? html`<p class="quiet">${t('problem.reference')} <code>${correlationId}</code></p>` : nothing}
        ${this.again ? html`<button @click=${this.again}>${t('problem.again')}</button>` : nothing}
      </div>`;
  }
}

define('problem-note', ProblemNote, ['problem', 'again']);
