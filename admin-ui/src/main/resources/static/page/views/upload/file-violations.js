import { get, path } from '../../core/api.js';
import { define, Part } from '../../core/element.js';
import { html, nothing } from '../../core/lit.js';
import { known, number, t } from '../../core/text.js';
import '../../parts/problem-note.js';

const PAGE = 100;

/** Why a file was rejected: totals by kind, and every violation with its place. */
class FileViolations extends Part {
  #items = [];
  #cursor = null;
  #filter = { code: '', column: '', afterRow: '' };
  #failure = null;
  #loaded = false;
  #columns = [];
  #asking = 0;

  start() {
    const { fileType } = this.upload;
    if (fileType) {
      get(path(['file-types', fileType]), { signal: this.signal })
        .then((type) => { this.#columns = [...type.fields, ...type.generatedFields].map((field) => field.name); this.update(); }, () => {});
    }
    this.#read(false);
  }

  async #read(isMore) {
    const asked = ++this.#asking;
    try {
      let page = { items: [], nextCursor: isMore ? this.#cursor : undefined };
      do {
        // a page of a narrowed report may be empty and still not be the last
        page = await get(path(['uploads', this.upload.id, 'violations'], { ...this.#filter, cursor: page.nextCursor, limit: PAGE }), { signal: this.signal });
      } while (!page.items.length && page.nextCursor && asked === this.#asking);
      if (asked !== this.#asking) return;
      this.#items = isMore ? [...this.#items, ...page.items] : page.items;
      this.#cursor = page.nextCursor;
      this.#failure = null;
      this.#loaded = true;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.#failure = failure;
    }
    this.update();
  }

  #narrow(change) {
    this.#filter = { ...this.#filter, ...change };
    this.update();
    this.#read(false);
  }

  #jump = (event) => {
    event.preventDefault();
    const row = Number(event.target.elements.row.value);
    this.#narrow({ afterRow: row > 0 ? row - 1 : '' });
  };

  #download = async () => {
    try {
      const answer = await fetch(path(['uploads', this.upload.id, 'violations'], this.#filter), { headers: { Accept: 'text/csv' }, signal: this.signal });
      if (!answer.ok) throw Object.assign(new Error(t('problem.unknown')), { code: `HTTP_${answer.status}` });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await answer.blob());
      link.download = `${this.upload.fileName.replace(/\.[^.]*$/, '')}-violations.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (failure) {
      this.#failure = failure;
      this.update();
    }
  };

  template() {
    const counts = Object.entries(this.upload.violationCounts).sort((a, b) => b[1] - a[1]);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    return html`
      <p>${t('violations.rejected', { n: total })}</p>
      <div class="choices" role="group" aria-label=${t('violations.kinds')}>
        ${this.#kind('', t('filter.all'), total)}
        ${counts.map(([code, count]) => this.#kind(code, known(`violation.${code}`, code), count))}
      </div>
      <div class="filters">
        ${this.upload.fileType ? html`<label>${t('violations.column')} <select @change=${(event) => this.#narrow({ column: event.target.value })}>
          <option value="">${t('filter.all')}</option>${this.#columns.map((column) => html`<option ?selected=${column === this.#filter.column}>${column}</option>`)}</select></label>` : nothing}
        <form class="jump" @submit=${this.#jump}><label>${t('violations.fromRow')} <input name="row" type="number" min="1"></label><button>${t('rows.go')}</button></form>
        <button @click=${this.#download}>${t('violations.download')}</button>
      </div>
      ${this.#failure ? html`<problem-note .problem=${this.#failure} .again=${() => this.#read(false)}></problem-note>` : nothing}
      ${this.#items.length ? this.#table() : this.#loaded ? html`<div class="empty"><p>${t('violations.none')}</p></div>` : nothing}
      ${this.#cursor ? html`<p class="center"><button @click=${() => this.#read(true)}>${t('violations.more')}</button></p>` : nothing}`;
  }

  #kind(code, name, count) {
    return html`<button aria-pressed=${this.#filter.code === code} @click=${() => this.#narrow({ code })}>${name} <span class="figure">${number(count)}</span></button>`;
  }

  #table() {
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('upload.violations')}><table class="list stacks">
        <thead><tr><th scope="col" class="figure">${t('rows.row')}</th><th scope="col" class="figure">${t('violations.line')}</th><th scope="col">${t('violations.column')}</th>
          <th scope="col">${t('violations.value')}</th><th scope="col" class="wide">${t('violations.what')}</th></tr></thead>
        <tbody>${this.#items.map((violation) => html`
          <tr><td class="figure" data-title=${t('rows.row')}>${violation.row ? number(violation.row) : t('violations.file')}</td><td class="figure" data-title=${t('violations.line')}>${violation.line ? number(violation.line) : ''}</td>
            <td>${violation.column ? html`<code>${violation.column}</code>` : ''}</td><td class="cell">${violation.value ?? ''}</td>
            <td class="wide">${violation.message} <small class="quiet">${violation.code}</small></td></tr>`)}</tbody>
      </table></div>`;
  }
}

define('file-violations', FileViolations, ['upload']);
