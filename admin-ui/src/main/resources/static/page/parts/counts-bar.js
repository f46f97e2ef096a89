import { define, Part } from '../core/element.js';
import { html, svg } from '../core/lit.js';
import { number, share, t } from '../core/text.js';

const PARTS = ['success', 'error', 'pending', 'ready'];
const FULL = 1000;
const LEAST = 5;

/** The rows of a file by their state: one bar, and with `numbers` a legend that says the same in figures. */
class CountsBar extends Part {
  template() {
    const total = PARTS.reduce((sum, part) => sum + this.counts[part], 0);
    const text = PARTS.map((part) => `${t(`row.${part}`)} ${number(this.counts[part])}`).join(', ');
    return html`
      <svg class="counts-bar" role="img" aria-label=${text} preserveAspectRatio="none" viewBox="0 0 ${FULL} 10">${this.#bars(total)}</svg>
      ${this.numbers ? html`
        <dl class="counts">${PARTS.map((part) => html`
          <div class=${part}><dt>${t(`row.${part}`)}</dt><dd>${number(this.counts[part])} <small>${share(this.counts[part], total)}</small></dd></div>`)}
        </dl>` : ''}`;
  }

  /** One row of a million is to be seen too, at the expense of the widest. */
  #bars(total) {
    const shown = PARTS.filter((part) => this.counts[part] > 0);
    const widths = shown.map((part) => Math.max(LEAST, (this.counts[part] / total) * FULL));
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] -= widths.reduce((sum, width) => sum + width, 0) - FULL;
    let left = 0;
    return shown.map((part, n) => {
      const width = widths[n];
      const bar = svg`<rect class=${part} x=${left} width=${width} height="10"></rect>`;
      left += width;
      return bar;
    });
  }
}

define('counts-bar', CountsBar, ['counts', 'numbers']);
