import { get, path } from '../../core/api.js';

/** About what a screen shows, so that looking again at what changes reads little more than that. */
const PAGE = 50;
const LIST_PAGE = 200;
const LARGEST_PAGE = 500;
const KEPT = 30;

/**
 * The rows of a file, of which only some pages are in memory. All rows are reached by their number; the rows of one state one after
 * another, as where the next one stands is only known when the one before has been read.
 */
export class RowPages {
  #pages = new Map();
  #loading = new Set();
  #again = new Set();
  #list = [];
  #cursor;
  #ended = false;

  static MOST_LISTED = 20000;

  /**
   * @param status only rows in this state; empty for all
   * @param come is called when rows have come
   */
  constructor({ uploadId, status, signal, come, failed }) {
    Object.assign(this, { uploadId, status, signal, come, failed });
  }

  row(index) {
    return this.status ? this.#list[index] : this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** How many rows the table has, when the file has so many of them. */
  count(total) {
    return this.status ? Math.min(total, this.#ended ? this.#list.length : this.#list.length + LIST_PAGE, RowPages.MOST_LISTED) : total;
  }

  /** Whether there are more rows of the state than are listed here. */
  get isCut() {
    return this.#list.length >= RowPages.MOST_LISTED;
  }

  need(from, to) {
    if (this.status) {
      if (to > this.#list.length && !this.#ended) this.#load('list', () => this.#readList());
      return;
    }
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
      if (!this.#pages.has(page)) this.#load(page, () => this.#readPage(page));
    }
  }

  /** Reads again what can be seen; the rest when it is seen again. */
  refresh(from, to) {
    if (this.status) return this.#load('list', () => this.#readListAgain(to), true);
    const seen = new Set();
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) seen.add(page);
    [...this.#pages.keys()].filter((page) => !seen.has(page)).forEach((page) => this.#pages.delete(page));
    return Promise.all([...seen].map((page) => this.#load(page, () => this.#readPage(page), true)));
  }

  /** @param isNews whether what is being read meanwhile may be too old, and is to be read once more */
  async #load(name, work, isNews = false) {
    if (this.#loading.has(name)) {
      if (isNews) this.#again.add(name);
      return;
    }
    this.#loading.add(name);
    try {
      await work();
      this.#forgetOldest();
      this.come();
    } catch (failure) {
      if (failure.name !== 'AbortError') this.failed(failure);
    } finally {
      this.#loading.delete(name);
    }
    if (this.#again.delete(name) && !this.signal.aborted) await this.#load(name, work);
  }

  #forgetOldest() {
    while (this.#pages.size > KEPT) this.#pages.delete(this.#pages.keys().next().value);
  }

  /** A page of long records holds fewer rows than asked for. */
  async #readPage(page) {
    const rows = [];
    while (rows.length < PAGE) {
      const answer = await this.#get({ afterRow: page * PAGE + rows.length, limit: PAGE - rows.length });
      rows.push(...answer.items);
      if (!answer.nextCursor || !answer.items.length) break;
    }
    this.#pages.delete(page);
    this.#pages.set(page, rows);
  }

  async #readList() {
    const answer = await this.#get({ status: this.status, cursor: this.#cursor, limit: LIST_PAGE });
    this.#list = [...this.#list, ...answer.items];
    this.#cursor = answer.nextCursor;
    this.#ended = !answer.nextCursor || this.isCut;
  }

  /** Rows leave a state and others enter it: the list begins anew, as far as it can be seen. */
  async #readListAgain(length) {
    const rows = [];
    let cursor;
    do {
      const answer = await this.#get({ status: this.status, cursor, limit: Math.min(LARGEST_PAGE, Math.max(PAGE, length - rows.length)) });
      rows.push(...answer.items);
      cursor = answer.nextCursor;
    } while (cursor && rows.length < length);
    this.#list = rows;
    this.#cursor = cursor;
    this.#ended = !cursor;
  }

  #get(parameters) {
    return get(path(['uploads', this.uploadId, 'rows'], parameters), { signal: this.signal });
  }
}
