import { get, path } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';
import { keep } from '../core/router.js';
import { session } from '../core/session.js';
import { known, number, t } from '../core/text.js';
import '../parts/counts-bar.js';
import '../parts/file-status.js';
import '../parts/problem-note.js';
import { staleNote } from '../parts/stale-note.js';
import '../parts/time-stamp.js';

const STATUSES = ['STAGING', 'REJECTED', 'READY', 'INPROGRESS', 'COMPLETE', 'COMPLETE_WITH_ERRORS', 'STOPPED', 'CANCELLED'].map((name) => `MIGRATE_FILE_${name}`);
const PAGE = 50;
const LARGEST_PAGE = 500;
const REFRESH_MILLIS = 3000;
const TYPING_MILLIS = 250;

/** Every upload of the tenant, newest first. What has been read keeps itself up to date; older ones follow on demand. */
class UploadsView extends Part {
  #uploads = [];
  #cursor = null;
  #types = [];
  #failure = null;
  #seenAt = 0;
  #loading = false;
  #typing = 0;
  #asking = 0;

  start() {
    get(path(['file-types']), { signal: this.signal }).then((types) => { this.#types = types.map((type) => type.name); this.update(); }, () => {});
    this.every(REFRESH_MILLIS, () => this.#refresh());
  }

  /** Another filter. */
  changed() {
    this.#uploads = [];
    this.#cursor = null;
    this.#seenAt = 0;
    this.#refresh();
  }

  get #filter() {
    const { parameters } = this;
    return { status: parameters.get('status'), fileType: parameters.get('fileType'), name: parameters.get('name') };
  }

  async #refresh() {
    const asked = ++this.#asking;
    const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, this.#uploads.length));
    try {
      const page = await get(path(['uploads'], { ...this.#filter, limit }), { signal: this.signal });
      if (asked !== this.#asking) return; // overtaken by another filter, or by more
      this.#take(page, limit);
      this.#seenAt = Date.now();
      this.#failure = null;
    } catch (failure) {
      if (failure.name === 'AbortError' || asked !== this.#asking) return;
      this.#failure = failure;
    }
    this.update();
  }

  /** Beyond the largest page, what has been read before stays below it. */
  #take(page, limit) {
    const fresh = new Set(page.items.map((upload) => upload.id));
    const last = page.items.at(-1);
    const below = this.#uploads.length > limit && last
      ? this.#uploads.filter((upload) => !fresh.has(upload.id) && Date.parse(upload.uploadedAt) <= Date.parse(last.uploadedAt)) : [];
    this.#uploads = [...page.items, ...below];
    if (!below.length) this.#cursor = page.nextCursor;
  }

  #more = async () => {
    const asked = ++this.#asking;
    this.#loading = true;
    this.update();
    try {
      const page = await get(path(['uploads'], { ...this.#filter, limit: PAGE, cursor: this.#cursor }), { signal: this.signal });
      if (asked === this.#asking) {
        this.#uploads = [...this.#uploads, ...page.items];
        this.#cursor = page.nextCursor;
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') this.#failure = failure;
    }
    this.#loading = false;
    this.update();
  };

  /** A choice that somebody has made is not undone by what the markup says. */
  drawn() {
    const { status, fileType } = this.#filter;
    this.querySelector('select[name=status]').value = status ?? '';
    this.querySelector('select[name=fileType]').value = fileType ?? '';
  }

  #choose = (event) => {
    const form = event.currentTarget;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const { status, fileType, name } = form.elements;
      const chosen = { status: status.value, fileType: fileType.value, name: name.value.trim() };
      keep(chosen);
      this.parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    }, event.type === 'input' && event.target.name === 'name' ? TYPING_MILLIS : 0);
  };

  template() {
    const uploads = this.#uploads;
    return html`
      <div class="title"><h1>${t('view.uploads')}</h1>
        ${session.isAdmin ? html`<a class="button primary" href="#/send">${t('uploads.send')}</a>` : nothing}</div>
      <form class="filters" role="search" @input=${this.#choose} @submit=${(event) => event.preventDefault()}>
        <label>${t('uploads.name')} <input type="search" name="name" .value=${this.#filter.name ?? ''}></label>
        <label>${t('uploads.status')} <select name="status">
          <option value="">${t('filter.all')}</option>
          ${STATUSES.map((status) => html`<option value=${status} ?selected=${status === this.#filter.status}>${t(`status.${status}`)}</option>`)}</select></label>
        <label>${t('uploads.type')} <select name="fileType">
          <option value="">${t('filter.all')}</option>
          ${this.#types.map((type) => html`<option value=${type} ?selected=${type === this.#filter.fileType}>${known(`type.${type}`, type)}</option>`)}</select></label>
      </form>
      ${this.#failure ? this.#seenAt ? staleNote(this.#seenAt) : html`<problem-note .problem=${this.#failure} .again=${() => this.#refresh()}></problem-note>` : nothing}
      ${uploads.length ? this.#table(uploads) : this.#seenAt ? this.#empty() : nothing}
      ${this.#cursor ? html`<p class="center"><button ?disabled=${this.#loading} @click=${this.#more}>${t('uploads.more')}</button></p>` : nothing}`;
  }

  #table(uploads) {
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('view.uploads')}><table class="list stacks">
        <thead><tr>
          <th scope="col">${t('uploads.name')}</th><th scope="col" class="kind">${t('uploads.type')}</th><th scope="col">${t('uploads.status')}</th>
          <th scope="col" class="figure">${t('uploads.rows')}</th><th scope="col" class="meter">${t('uploads.progress')}</th>
          <th scope="col" class="figure">${t('uploads.errors')}</th><th scope="col">${t('uploads.by')}</th><th scope="col">${t('uploads.at')}</th>
        </tr></thead>
        <tbody>${repeat(uploads, (upload) => upload.id, (upload) => html`
          <tr>
            <th scope="row"><a href="#/uploads/${upload.id}">${upload.fileName}</a></th>
            <td class="kind">${upload.fileType ? known(`type.${upload.fileType}`, upload.fileType) : t('uploads.unknownType')}</td>
            <td class="state"><file-status .status=${upload.status}></file-status></td>
            <td class="figure" data-title=${t('uploads.rows')}>${number(upload.rowCount)}</td>
            <td class="meter">${upload.status === 'MIGRATE_FILE_REJECTED' ? nothing : html`<counts-bar .counts=${upload.counts}></counts-bar>`}</td>
            <td class="figure" data-title=${upload.counts.error ? t('uploads.errors') : nothing}>${upload.counts.error ? number(upload.counts.error) : ''}</td>
            <td>${upload.uploadedBy}</td>
            <td><time-stamp .at=${upload.uploadedAt}></time-stamp></td>
          </tr>`)}</tbody>
      </table></div>`;
  }

  #empty() {
    const isFiltered = Object.values(this.#filter).some(Boolean);
    return html`<div class="empty"><h2>${t(isFiltered ? 'uploads.noneFound' : 'uploads.none')}</h2>
      <p>${t(isFiltered ? 'uploads.noneFoundAdvice' : session.isAdmin ? 'uploads.noneAdvice' : 'uploads.noneAdviceAuditor')}</p>
      ${!isFiltered && session.isAdmin ? html`<p><a class="button primary" href="#/send">${t('uploads.send')}</a></p>` : nothing}</div>`;
  }
}

define('uploads-view', UploadsView, ['parameters']);
