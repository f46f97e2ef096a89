import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';

const ROW_HEIGHT = 36;
/** On a phone, where a row is a card with a line for each of its long cells. As in the styles. */
const CARD_HEIGHT = 124;
const PHONE = matchMedia('(max-width: 40rem)');
const SPARE = 5;
const SCROLL_MILLIS = 100;
/** Browsers do not draw what is much higher; a longer table is scrolled through at a larger scale. */
const MOST_HEIGHT = 4_000_000;

/**
 * A table of any length, of which only what can be seen is in the page. What leaves at one edge comes in again at the other with
 * another row's words: scrolling makes no new elements, of which a browser would keep the old ones for long.
 *
 * Handed in: `count` rows; `columns` as `{title, className, named, cell(row)}`, the same as long as they are the same, `named` where
 * a card says what the cell holds; `row(index)`, the row or undefined while it is not there yet; `need(from, to)`, called with what
 * can be seen; `select(row)`, called when one is chosen; `version`, changed when rows have come or changed; `about`, changed when
 * the rows are others, which are shown from the first.
 */
class VirtualRows extends Part {
  #top = 0;
  #height = 600;
  #asked = '';
  #timer = 0;
  #scrolledAt = -Infinity;

  start() {
    this.on(window, 'resize', () => this.#measure());
    this.on(PHONE, 'change', () => this.#restack());
    queueMicrotask(() => queueMicrotask(() => this.#measure()));
  }

  get #rowHeight() { return PHONE.matches ? CARD_HEIGHT : ROW_HEIGHT; }

  get #full() { return this.count * this.#rowHeight; }

  get #shownHeight() { return Math.min(this.#full, MOST_HEIGHT); }

  /** How many of the table's own pixels one pixel of the scroll bar stands for. */
  get #scale() {
    const free = this.#shownHeight - this.#height;
    return free > 0 ? Math.max(1, (this.#full - this.#height) / free) : 1;
  }

  /** How many rows are in the page, wherever it is scrolled to. */
  get #window() { return Math.min(this.count, Math.ceil(this.#height / this.#rowHeight) + 2 * SPARE); }

  get #first() {
    const first = Math.floor((this.#top * this.#scale) / this.#rowHeight) - SPARE;
    return Math.max(0, Math.min(first, this.count - this.#window));
  }

  get #last() { return this.#first + this.#window; }

  /** Brings a row to the upper edge. */
  reveal(index) {
    const body = this.querySelector('.virtual-body');
    if (body) body.scrollTop = (Math.max(0, index) * this.#rowHeight) / this.#scale;
  }

  /** Onto the screen, as far as it fits there. */
  show() {
    this.querySelector('.virtual')?.scrollIntoView({ block: 'nearest' });
  }

  /** A phone was turned: the rows are of another height, and what was first to be seen is so again. */
  #restack() {
    const before = PHONE.matches ? ROW_HEIGHT : CARD_HEIGHT;
    const first = Math.round((this.#top * this.#scale) / before);
    this.update();
    queueMicrotask(() => this.isConnected && this.reveal(first));
  }

  #measure() {
    const body = this.querySelector('.virtual-body');
    const height = body ? body.clientHeight - (PHONE.matches ? 0 : ROW_HEIGHT) : 0; // the head stands above the rows
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
    if (property === 'about') this.#begin();
  }

  #begin() {
    this.#asked = '';
    this.#top = 0;
    const body = this.querySelector('.virtual-body');
    if (body) body.scrollTop = 0;
  }

  drawn() {
    const body = this.querySelector('.virtual-body');
    // Set as a property of the element: the page's policy allows no styles in markup.
    body.querySelector('.virtual-space').style.height = `${this.#shownHeight}px`;
    const above = this.#first * this.#rowHeight;
    const offset = this.#scale === 1 ? above : above - this.#top * this.#scale + this.#top;
    body.querySelector('.virtual-window').style.transform = `translateY(${offset}px)`;
    const wanted = `${this.#first}-${this.#last}-${this.version}`;
    if (wanted !== this.#asked) {
      this.#asked = wanted;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.isConnected && this.need(this.#first, this.#last), this.#isScrolling() ? SCROLL_MILLIS : 0);
    }
  }

  template() {
    const first = this.#first;
    const size = this.#window;
    const indexes = Array.from({ length: size }, (_, n) => first + n);
    return html`
      <div class="virtual" role="table" aria-rowcount=${this.count + 1} aria-label=${this.label}>
        <div class="virtual-body" tabindex="0" role="rowgroup" @scroll=${this.#scroll}>
          <div class="virtual-row head" role="row" aria-rowindex="1">
            ${this.columns.map((column) => html`<span role="columnheader" class=${column.className ?? ''}>${column.title}</span>`)}
          </div>
          <div class="virtual-space" role="presentation">
            <div class="virtual-window" role="presentation">${repeat(indexes, (index) => index % size, (index) => this.#row(index))}</div>
          </div>
        </div>
      </div>`;
  }

  #row(index) {
    const row = this.row(index);
    return html`
      <div class="virtual-row ${row ? '' : 'waits'}" role="row" aria-rowindex=${index + 2}>
        ${this.columns.map((column, n) => html`<span role="cell" class=${column.className ?? ''} data-title=${column.named ? column.title : nothing}>${n === 0
          ? html`<button class="link" ?disabled=${!row} @click=${() => this.select(this.row(index))}>${column.cell(row)}</button>`
          : column.cell(row)}</span>`)}
      </div>`;
  }
}

define('virtual-rows', VirtualRows, ['count', 'columns', 'version', 'about', 'label']);
