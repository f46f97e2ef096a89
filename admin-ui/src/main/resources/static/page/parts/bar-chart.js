import { define, Part } from '../core/element.js';
import { html, svg } from '../core/lit.js';
import { hour, moment, number, t } from '../core/text.js';

const HEIGHT = 176;
const LABEL = 64;
const FOOT = 20;

/**
 * What happened hour by hour, as stacked bars; the same as a table for those who do not see it.
 *
 * Handed in: `hours`, each `{at, <series>: amount}` and without a gap; `series`, names in the order in which they are stacked;
 * `label`.
 */
class BarChart extends Part {
  #width = 720;

  start() {
    this.on(window, 'resize', () => this.update());
  }

  /** As wide as there is room, so that its words are as large as the others. */
  drawn() {
    if (this.clientWidth > 0 && this.clientWidth !== this.#width) {
      this.#width = this.clientWidth;
      this.update();
    }
  }

  template() {
    const most = Math.max(1, ...this.hours.map((entry) => this.#sum(entry)));
    const step = this.#width / this.hours.length;
    const every = Math.ceil(LABEL / step);
    return html`
      <figure class="chart">
        <svg viewBox="0 0 ${this.#width} ${HEIGHT}" role="img" aria-label=${this.label}>
          ${this.#lines()}
          ${this.hours.map((entry, n) => this.#bar(entry, n * step, step, most))}
          ${this.#scale(most)}
          ${this.hours.map((entry, n) => n % every === 0 && n * step + LABEL <= this.#width + step ? svg`<text x=${n * step + 1} y=${HEIGHT - 4}>${hour(entry.at)}</text>` : '')}
        </svg>
        <figcaption>${this.series.map((name) => html`<span class="key ${name}">${t(`row.${name}`)}</span>`)}</figcaption>
        <table class="unseen">
          <caption>${this.label}</caption>
          <thead><tr><th scope="col">${t('chart.hour')}</th>${this.series.map((name) => html`<th scope="col">${t(`row.${name}`)}</th>`)}</tr></thead>
          <tbody>${this.hours.filter((entry) => this.#sum(entry) > 0).map((entry) => html`
            <tr><th scope="row">${moment(entry.at)}</th>${this.series.map((name) => html`<td>${number(entry[name])}</td>`)}</tr>`)}</tbody>
        </table>
      </figure>`;
  }

  #sum(entry) {
    return this.series.reduce((sum, name) => sum + entry[name], 0);
  }

  #lines() {
    return [0, 0.5, 1].map((share) => svg`<line class="grid" x1="0" x2=${this.#width} y1=${this.#line(share)} y2=${this.#line(share)}></line>`);
  }

  #scale(most) {
    return [0.5, 1].map((share) => svg`<text class="scale" x="1" y=${this.#line(share) - 3}>${number(Math.round(most * share))}</text>`);
  }

  #line(share) {
    return this.#height(1 - share) + 14;
  }

  #height(share) {
    return share * (HEIGHT - FOOT - 14);
  }

  #bar(entry, x, step, most) {
    let bottom = HEIGHT - FOOT;
    return svg`<g>${this.series.map((name) => {
      const height = this.#height(entry[name] / most);
      bottom -= height;
      return svg`<rect class=${name} x=${x + step * 0.1} width=${step * 0.8} y=${bottom} height=${height}></rect>`;
    })}<title>${moment(entry.at)}: ${this.series.map((name) => `${t(`row.${name}`)} ${number(entry[name])}`).join(', ')}</title></g>`;
  }
}

define('bar-chart', BarChart, ['hours', 'series', 'label']);
