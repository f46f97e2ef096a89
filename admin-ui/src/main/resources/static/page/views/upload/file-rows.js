import { get, path } from '../../core/api.js';
import { define, Part } from '../../core/element.js';
import { html, nothing } from '../../core/lit.js';
import { keep } from '../../core/router.js';
import { number, t } from '../../core/text.js';
import { statusMark } from '../../parts/file-status.js';
import '../../parts/problem-note.js';
import { timeMark } from '../../parts/time-stamp.js';
import '../../parts/virtual-rows.js';
import { RowPages } from './row-pages.js';
import './row-story.js';

const FILTERS = { error: 'MIGRATE_ROW_ERROR', pending: 'MIGRATE_ROW_PENDING', success: 'MIGRATE_ROW_SUCCESS', ready: 'MIGRATE_ROW_READY' };
const REFRESH_MILLIS = 2000;

/** The cells of a row; of one that is not there yet, empty ones. */
const ROW = { title: t('rows.row'), className: 'figure narrow', named: true, cell: (row) => (row ? number(row.row) : '') };
const STATUS = { title: t('rows.status'), className: 'middle', cell: (row) => statusMark(row?.status ?? '') };
const SINCE = { title: t('rows.since'), className: 'middle', named: true, cell: (row) => timeMark(row?.sentAt) };
const RECORD = { title: t('rows.record'), className: 'text', cell: (row) => row?.record ?? '' };
const CUSTOMER = { title: t('rows.customer'), className: 'middle', named: true, cell: (row) => row?.pbjCustomerId ?? '' };
const ERROR = { title: t('rows.error'), className: 'text', cell: (row) => row?.error ?? '' };
/** By the state that is listed: what no row of it can have would only take room from the record. */
const COLUMNS = {
  '': [ROW, STATUS, RECORD, CUSTOMER],
  [FILTERS.error]: [ROW, STATUS, RECORD, ERROR],
  [FILTERS.pending]: [ROW, STATUS, SINCE, RECORD],
  [FILTERS.success]: [ROW, STATUS, RECORD, CUSTOMER],
  [FILTERS.ready]: [ROW, STATUS, RECORD],
};
const COLUMNS_WITH_ERRORS = [ROW, STATUS, RECORD, CUSTOMER, ERROR];

/** The rows of a file, those in error first if there are any; choosing one tells its whole story. */
class FileRows extends Part {
  #pages = null;
  #version = 0;
  #seen = [0, 0];
  #chosen = null;
  #failure = null;
  #type = null;
  #refreshedAt = 0;
  #refreshTimer = 0;

  start() {
    const { fileType } = this.upload;
    if (fileType) get(path(['file-types', fileType]), { signal: this.signal }).then((type) => { this.#type = type; this.update(); }, () => {});
    this.on(document, 'visibilitychange', () => !document.hidden && this.#refreshSoon());
    this.#show(this.parameters.get('status') ?? (this.upload.counts.error ? FILTERS.error : ''));
  }

  stop() {
    clearTimeout(this.#refreshTimer);
  }

  changed(property, before) {
    if (property === 'parameters') this.#show(this.parameters.get('status') ?? '');
    else if (JSON.stringify(before.counts) !== JSON.stringify(this.upload.counts)) this.#refreshSoon();
  }

  #show(status) {
    this.#pages = new RowPages({
      uploadId: this.upload.id,
      status: Object.values(FILTERS).includes(status) ? status : '',
      signal: this.signal,
      come: () => { this.#failure = null; this.#version++; this.update(); },
      failed: (failure) => {
        this.#failure = failure;
        if (failure.passes) this.#refreshSoon(); // such as for rows that have just come in and cannot be shown yet
        this.update();
      },
    });
    this.#version++;
    this.update();
  }

  #refreshSoon() {
    clearTimeout(this.#refreshTimer);
    const wait = Math.max(0, this.#refreshedAt + REFRESH_MILLIS - Date.now());
    this.#refreshTimer = setTimeout(() => {
      this.#refreshedAt = Date.now();
      if (!document.hidden) this.#pages.refresh(...this.#seen);
    }, wait);
  }

  #choose(status) {
    keep({ status });
    this.#show(status);
  }

  #jump = (event) => {
    event.preventDefault();
    const row = Number(event.target.elements.row.value);
    if (!(row >= 1)) return;
    const rows = this.querySelector('virtual-rows');
    rows.reveal(row - 1);
    rows.show();
  };

  template() {
    const { counts, rowCount } = this.upload;
    const { status } = this.#pages;
    const total = status ? counts[Object.keys(FILTERS).find((name) => FILTERS[name] === status)] : rowCount;
    return html`
      <div class="filters">
        <div class="choices" role="group" aria-label=${t('rows.filter')}>
          ${this.#filter('', t('filter.all'), rowCount)}
          ${Object.entries(FILTERS).map(([name, value]) => this.#filter(value, t(`row.${name}`), counts[name]))}
        </div>
        ${status ? nothing : html`<form class="jump" @submit=${this.#jump}>
          <label>${t('rows.jump')} <input name="row" type="number" min="1" max=${rowCount} required></label><button>${t('rows.go')}</button></form>`}
      </div>
      ${this.#failure ? html`<problem-note .problem=${this.#failure} .again=${() => this.#pages.refresh(...this.#seen)}></problem-note>` : nothing}
      ${total === 0 ? html`<div class="empty"><p>${t('rows.none')}</p></div>` : html`
        <virtual-rows .label=${t('upload.rows')} .count=${this.#pages.count(total)} .version=${this.#version} .about=${this.#pages} .columns=${!status && counts.error ? COLUMNS_WITH_ERRORS : COLUMNS[status]}
          .row=${(index) => this.#pages.row(index)} .need=${(from, to) => { this.#seen = [from, to]; this.#pages.need(from, to); }}
          .select=${(row) => { this.#chosen = row; this.update(); }}></virtual-rows>`}
      ${this.#pages.isCut ? html`<p class="note">${t('rows.cut', { n: RowPages.MOST_LISTED })}</p>` : nothing}
      ${this.#chosen ? html`<row-story .uploadId=${this.upload.id} .row=${this.#chosen.row} .type=${this.#type} .close=${() => { this.#chosen = null; this.update(); }}></row-story>` : nothing}`;
  }

  #filter(status, name, count) {
    return html`<button aria-pressed=${this.#pages.status === status} @click=${() => this.#choose(status)}>${name} <span class="figure">${number(count)}</span></button>`;
  }
}

define('file-rows', FileRows, ['upload', 'parameters']);
