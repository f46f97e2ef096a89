import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { LiveUpload } from '../core/live.js';
import { session } from '../core/session.js';
import { bytes, known, moment, number, rate, span, t } from '../core/text.js';
import '../parts/counts-bar.js';
import '../parts/file-status.js';
import '../parts/problem-note.js';
import '../parts/time-stamp.js';
import { staleNote } from '../parts/stale-note.js';
import './upload/file-actions.js';
import './upload/file-history.js';
import './upload/file-rows.js';
import './upload/file-violations.js';

/** One file: where it stands, what can be done with it, its rows or its report, and its history. */
class UploadView extends Part {
  #upload = null;
  #pace = {};
  #failure = null;
  #live = null;
  #isStale = false;
  #seenAt = 0;

  start() {
    this.#live = new LiveUpload(this.uploadId, {
      signal: this.signal,
      withStream: session.isAdmin,
      told: (upload, progress) => this.#told(upload, progress),
      stale: () => { this.#isStale = true; this.update(); },
      failed: (failure) => { this.#failure = failure; this.update(); },
    });
    this.#live.begin();
  }

  #told(upload, progress) {
    this.#isStale = false;
    this.#seenAt = Date.now();
    if (upload) {
      this.#upload = upload;
      this.#failure = null;
    } else if (this.#upload) {
      this.#upload = { ...this.#upload, status: progress.status, counts: progress.counts, attempt: progress.attempt };
    }
    this.#pace = progress;
    const title = `${this.#upload?.fileName ?? ''} – ${t('page.brand')}`;
    if (document.title !== title) document.title = title; // each setting makes a new text, of the same words too
    this.update();
  }

  stop() {
    document.title = t('page.brand');
  }

  template() {
    if (this.#failure) return this.#missing();
    if (!this.#upload) return this.#isStale ? html`<p class="note warning" role="status">${t('page.unanswered')}</p>` : html`<p class="quiet" role="status">${t('page.loading')}</p>`;
    const upload = this.#upload;
    const isRejected = upload.status === 'MIGRATE_FILE_REJECTED';
    return html`
      <p class="crumb"><a href="#/uploads">${t('view.uploads')}</a></p>
      <div class="title"><h1>${upload.fileName}</h1><file-status .status=${upload.status}></file-status></div>
      ${this.#isStale ? staleNote(this.#seenAt) : nothing}
      ${this.#facts(upload)}
      ${upload.sameContentAs ? html`<p class="note warning">${t('upload.sameContent')} <a href="#/uploads/${upload.sameContentAs}">${t('upload.sameContentLink')}</a></p>` : nothing}
      ${isRejected ? nothing : html`
        <section class="card" aria-label=${t('upload.progress')}>
          <counts-bar .counts=${upload.counts} .numbers=${true}></counts-bar>
          <p class="pace" role="status">${this.#paceText(upload)}</p>
        </section>`}
      ${upload.status === 'MIGRATE_FILE_STOPPED' ? this.#stalled(upload) : nothing}
      ${session.isAdmin && !isRejected
        ? html`<file-actions .upload=${upload} .done=${(after) => { this.#told(after, {}); this.#live.begin(); }} .refused=${() => this.#live.begin()}></file-actions>` : nothing}
      ${this.#tabs(upload, isRejected)}`;
  }

  #missing() {
    if (this.#failure.status !== 404 && this.#failure.code !== 'INVALID_PARAMETER') {
      return html`<problem-note .problem=${this.#failure} .again=${() => { this.#failure = null; this.#live.begin(); }}></problem-note>`;
    }
    return html`<div class="empty"><h1>${t('upload.notFound')}</h1><p>${t('upload.notFoundAdvice')}</p><p><a class="button" href="#/uploads">${t('view.uploads')}</a></p></div>`;
  }

  #facts(upload) {
    const facts = [
      ['uploads.type', upload.fileType ? known(`type.${upload.fileType}`, upload.fileType) : t('uploads.unknownType')],
      ['uploads.rows', number(upload.rowCount)],
      ['upload.size', bytes(upload.fileBytes)],
      ['uploads.by', upload.uploadedBy],
      ['uploads.at', html`<time-stamp .at=${upload.uploadedAt}></time-stamp>`],
      upload.startedAt && ['upload.started', html`<time-stamp .at=${upload.startedAt}></time-stamp> (${upload.startedBy})`],
      upload.attempt > 1 && ['upload.attempt', number(upload.attempt)],
      upload.completedAt && ['upload.completed', html`<time-stamp .at=${upload.completedAt}></time-stamp>`],
      upload.cancelledAt && ['upload.cancelled', html`<time-stamp .at=${upload.cancelledAt}></time-stamp>`],
    ].filter(Boolean);
    return html`<dl class="facts">${facts.map(([key, value]) => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #paceText(upload) {
    if (upload.status !== 'MIGRATE_FILE_INPROGRESS') return known(`upload.says.${upload.status}`, '');
    const { rowsPerSecond, estimatedEnd } = this.#pace;
    if (rowsPerSecond === undefined || rowsPerSecond === null) return t('upload.noPace');
    const pace = t('upload.pace', { rate: rate(rowsPerSecond) });
    return estimatedEnd ? `${pace} ${t('upload.end', { at: moment(estimatedEnd), span: span(estimatedEnd) })}` : pace;
  }

  #stalled(upload) {
    const isOverTime = upload.stopReason === 'TIME_LIMIT';
    const title = t(isOverTime ? 'stall.overTime' : 'stall.title');
    return html`
      <section class="note warning" aria-label=${title}>
        <h2>${title}</h2>
        <p>${upload.counts.pending ? t('stall.unanswered', { n: upload.counts.pending }) : t('stall.answered', { n: upload.counts.ready })}
          ${upload.sentAt ? html`${t('stall.sent')} <time-stamp .at=${upload.sentAt}></time-stamp>.` : nothing}
          ${upload.lastOutcomeAt ? html`${t('stall.lastAnswer')} <time-stamp .at=${upload.lastOutcomeAt}></time-stamp>.` : html`${t('stall.noAnswer')}`}</p>
        <p>${t(isOverTime ? 'stall.overTimeAdvice' : 'stall.advice')}</p>
        ${session.isAdmin && upload.counts.pending ? html`<p><a href="#/uploads/${upload.id}/rows?status=MIGRATE_ROW_PENDING">${t('stall.show')}</a></p>` : nothing}
      </section>`;
  }

  #tabs(upload, isRejected) {
    const parts = [session.isAdmin && (isRejected ? 'violations' : 'rows'), session.isAuditor && 'history'].filter(Boolean);
    const shown = parts.includes(this.part) ? this.part : parts[0];
    return html`
      <nav class="tabs" aria-label=${t('upload.parts')}>
        ${parts.map((part) => html`<a href="#/uploads/${upload.id}/${part}" aria-current=${part === shown ? 'true' : nothing}>${t(`upload.${part}`)}</a>`)}
      </nav>
      ${shown === 'rows' ? html`<file-rows .upload=${upload} .parameters=${this.parameters}></file-rows>` : nothing}
      ${shown === 'violations' ? html`<file-violations .upload=${upload}></file-violations>` : nothing}
      ${shown === 'history' ? html`<file-history .uploadId=${upload.id} .status=${upload.status}></file-history>` : nothing}`;
  }
}

define('upload-view', UploadView, ['uploadId', 'part', 'parameters']);
