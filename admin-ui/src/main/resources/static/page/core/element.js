import { render } from './lit.js';

/**
 * A part of the page: a custom element that draws itself with `template()` into its own content, not into a shadow tree, so that
 * one set of styles and one outline hold for the whole page.
 *
 * Life: `start()` when it comes onto the page, `stop()` when it leaves; `signal` is aborted then, and everything that it has
 * asked for with it. `update()` draws again, once for any number of calls in a row.
 */
export class Part extends HTMLElement {
  #scheduled = false;
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    this.start();
    this.update();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.stop();
  }

  get signal() {
    return this.#life.signal;
  }

  start() {}

  stop() {}

  template() {
    throw new Error(`${this.localName} has no template`);
  }

  update() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected) {
        render(this.template(), this);
        this.drawn();
      }
    });
  }

  /** After each drawing. */
  drawn() {}

  /** Listens as long as the part is on the page. */
  on(target, event, listener) {
    target.addEventListener(event, listener, { signal: this.signal });
  }

  /** Runs now and then again that many milliseconds after each end, while the part is on the page and the tab can be seen. */
  async every(millis, work) {
    const { signal } = this;
    while (!signal.aborted) {
      if (!document.hidden) await work();
      await new Promise((done) => {
        const timer = setTimeout(done, millis);
        signal.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
      });
    }
  }
}

/**
 * Makes a part known under its name.
 *
 * @param properties names of what a parent hands in; each change draws the part again, and calls its `changed(name, before)`
 */
export function define(name, part, properties = []) {
  for (const property of properties) {
    const value = Symbol(property);
    Object.defineProperty(part.prototype, property, {
      get() { return this[value]; },
      set(next) {
        const before = this[value];
        if (before === next) return;
        this[value] = next;
        if (this.isConnected) {
          this.changed?.(property, before);
          this.update();
        }
      },
    });
  }
  customElements.define(name, part);
}
