import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';

const ROW_HEIGHT = 36;
const SPARE = 8;
const SCROLL_MILLIS = 100;
/** Browsers do not draw what is much higher; a longer table is scrolled through at a larger scale. */
const MOST_HEIGHT = 4_000_000;

/**
 * A table of any length, of which only what can be seen is in the page.
 *
 * Handed in: `count` rows; `columns` as `{key, title, className, cell(row)}`; `row(index)`, the row or undefined while it is not
 * there yet; `need(from, to)`, called with what can be seen; `select(row)`, called when one is chosen; `version`, changed when
 * rows have come or changed.
 */
class VirtualRows extends Part {
  #top = 0;
  #height = 600;
  #asked = '';
  #timer = 0;
  #scrolledAt = -Infinity;

  start() {
    this.on(window, 'resize', () => this.#measure());
    queueMicrotask(() => queueMicrotask(() => this.#measure()));
  }

  get #full() { return this.count * ROW_HEIGHT; }

  get #shownHeight() { return Math.min(this.#full, MOST_HEIGHT); }

  /** How many of the table's own pixels one pixel of the scroll bar stands for. */
  get #scale() {
    const free = this.#shownHeight - this.#height;
    return free > 0 ? Math.max(1, (this.#full - this.#height) / free) : 1;
  }

  get #first() { return Math.max(0, Math.floor((this.#top * this.#scale) / ROW_HEIGHT) - SPARE); }

  get #last() { return Math.min(this.count, this.#first + Math.ceil(this.#height / ROW_HEIGHT) + 2 * SPARE); }

  /** Brings a row to the upper edge. */
  reveal(index) {
    const body = this.querySelector('.virtual-body');
    if (body) body.scrollTop = (Math.max(0, index) * ROW_HEIGHT) / this.#scale;
  }

  #measure() {
    const body = this.querySelector('.virtual-body');
    const height = body ? body.clientHeight - ROW_HEIGHT : 0; // the head stands above the rows
    if (height > 0 && height !== this.#height) {
      this.#height = height;
      this.update();
    }
  }

  /** What is only passed by is not asked for. */
  #isScrolling() {
    return performance.now() - this.#scrolledAt < SCROLL_MILLIS;
  }

  #scroll = (event) => {
    this.#top = event.target.scrollTop;
    this.#scrolledAt = performance.now();
    this.update();
  };

  changed(property) {
    if (property === 'count') this.#asked = '';
  }

  drawn() {
    const body = this.querySelector('.virtual-body');
    // Set as a property of the element: the page's policy allows no styles in markup.
    body.querySelector('.virtual-space').style.height = `${this.#shownHeight}px`;
    const offset = this.#scale === 1 ? this.#first * ROW_HEIGHT : this.#first * ROW_HEIGHT - this.#top * this.#scale + this.#top;
    body.querySelector('.virtual-window').style.transform = `translateY(${offset}px)`;
    const wanted = `${this.#first}-${this.#last}-${this.version}`;
    if (wanted !== this.#asked) {
      this.#asked = wanted;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.isConnected && this.need(this.#first, this.#last), this.#isScrolling() ? SCROLL_MILLIS : 0);
    }
  }

  template() {
    const indexes = Array.from({ length: Math.max(0, this.#last - this.#first) }, (_, n) => this.#first + n);
    return html`
      <div class="virtual" role="table" aria-rowcount=${this.count + 1} aria-label=${this.label}>
        <div class="virtual-body" tabindex="0" role="rowgroup" @scroll=${this.#scroll}>
          <div class="virtual-row head" role="row" aria-rowindex="1">
            ${this.columns.map((column) => html`<span role="columnheader" class=${column.className ?? ''}>${column.title}</span>`)}
          </div>
          <div class="virtual-space" role="presentation">
            <div class="virtual-window" role="presentation">${repeat(indexes, (index) => index, (index) => this.#row(index))}</div>
          </div>
        </div>
      </div>`;
  }

  #row(index) {
    const row = this.row(index);
    return html`
      <div class="virtual-row ${row ? '' : 'waits'}" role="row" aria-rowindex=${index + 2}>
        ${this.columns.map((column, n) => html`<span role="cell" class=${column.className ?? ''}>${row
          ? n === 0 && this.select ? html`<button class="link" @click=${() => this.select(row)}>${column.cell(row)}</button>` : column.cell(row)
          : nothing}</span>`)}
      </div>`;
  }
}

define('virtual-rows', VirtualRows, ['count', 'columns', 'version', 'label']);
