import { get, path } from '../../core/api.js';
import { define, Part } from '../../core/element.js';
import { html, nothing } from '../../core/lit.js';
import { number, t } from '../../core/text.js';
import { recordCells } from '../../csv/header.js';
import '../../parts/file-status.js';
import '../../parts/problem-note.js';
import '../../parts/time-stamp.js';

/** Everything about one row: its values, where it stands, and each answer that came for it. */
class RowStory extends Part {
  #details = null;
  #failure = null;

  start() {
    this.#read();
  }

  changed(property) {
    if (property === 'row') this.#read();
  }

  async #read() {
    try {
      this.#details = await get(path(['uploads', this.uploadId, 'rows', this.row]), { signal: this.signal });
    } catch (failure) {
      this.#failure = failure;
    }
    this.update();
  }

  drawn() {
    const dialog = this.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
  }

  template() {
    return html`
      <dialog class="card drawer" aria-labelledby="row-title" @close=${() => this.close()}>
        <div class="title"><h2 id="row-title">${t('row.title', { n: this.row })}</h2>
          <form method="dialog"><button class="plain">${t('row.close')}</button></form></div>
        ${this.#failure ? html`<problem-note .problem=${this.#failure}></problem-note>` : nothing}
        ${this.#details ? this.#story(this.#details) : nothing}
      </dialog>`;
  }

  #story(details) {
    return html`
      <p><file-status .status=${details.status}></file-status>
        ${details.sentAt ? html`${t('row.sent')} <time-stamp .at=${details.sentAt}></time-stamp>` : nothing}</p>
      ${details.error ? html`<p class="note error">${details.error}</p>` : nothing}
      <h3>${t('row.values')}</h3>
      ${this.#values(details)}
      <h3>${t('row.answers')}</h3>
      ${details.answers.length ? html`<ol class="timeline">${details.answers.map((answer) => this.#answer(answer))}</ol>` : html`<p class="quiet">${t('row.noAnswers')}</p>`}`;
  }

  #values(details) {
    const fields = this.type?.fields ?? [];
    const cells = recordCells(details.record, fields.length);
    const values = cells ? fields.map((field, n) => [field.name, cells[n]]) : [[t('rows.record'), details.record]];
    const generated = [['PBJ_CUSTOMER_ID', details.pbjCustomerId], ['ASSIGNED_ID', details.assignedId], ['CRN', details.crn]].filter(([, value]) => value);
    return html`<dl class="values">${[...values.filter(([, value]) => value !== ''), ...generated].map(([name, value]) => html`
      <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #answer(answer) {
    return html`
      <li><p><time-stamp .at=${answer.recordedAt} .exact=${true}></time-stamp> <file-status .status=${answer.status}></file-status>
          <span class="quiet">${t('row.attempt', { n: number(answer.attempt) })}${answer.action ? ` · ${answer.action}` : ''}</span></p>
        ${answer.error ? html`<p><code>${answer.error.code}</code> ${answer.error.message}</p>` : nothing}</li>`;
  }
}

define('row-story', RowStory, ['uploadId', 'row', 'type', 'close']);
