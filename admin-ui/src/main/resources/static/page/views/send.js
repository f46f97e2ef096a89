import { get, path, upload } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';
import { bytes, known, number, share, t } from '../core/text.js';
import { detect, header } from '../csv/header.js';
import '../parts/problem-note.js';

const AT_ONCE = 2;
const REPEAT_MILLIS = 3000;

/** A name for a file's transfer that no other has: a repeat under it is the same upload. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends files. Each is looked at first; one whose header is a type's goes when asked, one whose header is not says what is wrong
 * before a byte has left. A transfer that breaks is repeated under the same key until the service has answered.
 *
 * States of an entry: checking, checked, waiting, sending, accepted, rejected, failed.
 */
class SendView extends Part {
  #entries = [];
  #types = null;
  #isOver = false;

  start() {
    this.#types = get(path(['file-types']), { signal: this.signal });
    this.#types.catch(() => {});
    this.on(window, 'beforeunload', (event) => this.#entries.some((entry) => entry.state === 'sending') && event.preventDefault());
  }

  #add(files) {
    for (const file of files) {
      const entry = { key: newKey(), file, state: 'checking', sent: 0 };
      this.#entries.push(entry);
      this.#check(entry);
    }
    this.update();
  }

  async #check(entry) {
    try {
      const cells = await header(entry.file);
      entry.unread = cells === null;
      entry.detected = cells && detect(cells, await this.#types);
    } catch {
      entry.unread = true; // the service will tell
    }
    entry.state = 'checked';
    this.update();
  }

  #sendAll = () => {
    this.#entries.filter((entry) => entry.state === 'checked' && this.#isGood(entry)).forEach((entry) => { entry.state = 'waiting'; });
    this.#next();
  };

  #sendAnyway(entry) {
    entry.state = 'waiting';
    this.#next();
  }

  #isGood(entry) {
    return entry.unread || (entry.detected && !entry.detected.first);
  }

  #next() {
    this.update();
    const free = AT_ONCE - this.#entries.filter((entry) => entry.state === 'sending').length;
    this.#entries.filter((entry) => entry.state === 'waiting').slice(0, Math.max(0, free)).forEach((entry) => this.#send(entry));
  }

  async #send(entry) {
    entry.state = 'sending';
    this.update();
    while (entry.state === 'sending' && !this.signal.aborted) {
      try {
        entry.upload = await upload(entry.file, { key: entry.key, signal: this.signal, sent: (part) => { entry.sent = part; this.update(); } });
        entry.state = 'accepted';
      } catch (failure) {
        await this.#failed(entry, failure);
      }
      this.update();
    }
    this.#next();
  }

  async #failed(entry, failure) {
    if (failure.name === 'AbortError') return;
    if (failure.code === 'FILE_REJECTED') {
      entry.rejection = failure.body;
      entry.state = 'rejected';
    } else if (failure.passes || failure.code === 'IDEMPOTENCY_KEY_IN_USE') {
      entry.repeats = true;
      this.update();
      await new Promise((done) => setTimeout(done, Math.max(REPEAT_MILLIS, (failure.retryAfter ?? 0) * 1000)));
    } else {
      entry.problem = failure;
      entry.state = 'failed';
    }
  }

  #remove(entry) {
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.update();
  }

  #over = (event) => {
    event.preventDefault();
    if (!this.#isOver) { this.#isOver = true; this.update(); }
  };

  #left = () => { this.#isOver = false; this.update(); };

  #dropped = (event) => {
    event.preventDefault();
    this.#isOver = false;
    this.#add(event.dataTransfer.files);
  };

  #chosen = (event) => {
    this.#add(event.target.files);
    event.target.value = '';
  };

  template() {
    const good = this.#entries.filter((entry) => entry.state === 'checked' && this.#isGood(entry)).length;
    return html`
      <div class="title"><h1>${t('view.send')}</h1></div>
      <div class="drop ${this.#isOver ? 'over' : ''}" @dragover=${this.#over} @dragleave=${this.#left} @drop=${this.#dropped}>
        <p class="big">${t('send.drop')}</p>
        <p><label class="button primary">${t('send.choose')}
          <input class="unseen" type="file" multiple accept=".csv,.txt,.tsv,.gz,.zip,text/csv" @change=${this.#chosen}></label></p>
        <p class="quiet">${t('send.kinds')} <a href="#/types">${t('send.templates')}</a></p>
      </div>
      ${this.#entries.length ? html`
        <ul class="entries" aria-live="polite">${repeat(this.#entries, (entry) => entry.key, (entry) => this.#entry(entry))}</ul>` : nothing}
      ${good ? html`<p class="actions"><button class="primary" @click=${this.#sendAll}>${t('send.do', { n: good })}</button></p>` : nothing}`;
  }

  #entry(entry) {
    return html`
      <li class="card entry ${entry.state}">
        <div class="entry-head"><h2>${entry.file.name}</h2> <span class="quiet">${bytes(entry.file.size)}</span>
          ${['checked', 'failed', 'rejected', 'accepted'].includes(entry.state)
            ? html`<button class="plain" @click=${() => this.#remove(entry)} aria-label=${t('send.removeFile', { name: entry.file.name })}>${t('send.remove')}</button>` : nothing}
        </div>
        ${this.#what(entry)}
      </li>`;
  }

  #what(entry) {
    switch (entry.state) {
      case 'checking': return html`<p>${t('send.checking')}</p>`;
      case 'checked': return this.#checked(entry);
      case 'waiting': return html`<p>${t('send.waiting')}</p>`;
      case 'sending': return this.#sending(entry);
      case 'accepted': return this.#accepted(entry);
      case 'rejected': return this.#rejected(entry);
      default: return html`<problem-note .problem=${entry.problem} .again=${() => this.#sendAnyway(entry)}></problem-note>`;
    }
  }

  #checked(entry) {
    if (entry.unread) return html`<p>${t('send.unread')}</p>`;
    if (!entry.detected) return html`<p class="note warning">${t('send.noType')}</p>${this.#anyway(entry)}`;
    const { type, first, missing, unknown } = entry.detected;
    const name = known(`type.${type.name}`, type.name);
    if (!first) return html`<p class="note good">${t('send.isType', { type: name })}</p>`;
    return html`
      <div class="note warning">
        <p>${t('send.looksLike', { type: name })} ${this.#difference(first)}</p>
        ${missing.length ? html`<p>${t('send.missing')} ${missing.map((column) => html`<code>${column}</code> `)}</p>` : nothing}
        ${unknown.length ? html`<p>${t('send.unknown')} ${unknown.map((column) => html`<code>${column}</code> `)}</p>` : nothing}
      </div>${this.#anyway(entry)}`;
  }

  #difference({ position, expected, found }) {
    if (expected === undefined) return t('send.tooMany', { position, found });
    return found === undefined ? t('send.ends', { position, expected }) : t('send.differs', { position, expected, found });
  }

  #anyway(entry) {
    return html`<p><button @click=${() => this.#sendAnyway(entry)}>${t('send.anyway')}</button> <span class="quiet">${t('send.anywayAdvice')}</span></p>`;
  }

  #sending(entry) {
    const isThere = entry.sent >= 1;
    return html`
      <p>${entry.repeats ? t('send.repeats') : isThere ? t('send.validating') : t('send.sending', { share: share(entry.sent, 1) })}</p>
      <progress max="1" .value=${entry.sent} aria-label=${entry.file.name}></progress>`;
  }

  #accepted(entry) {
    const { id, rowCount, fileType, sameContentAs } = entry.upload;
    return html`
      <p class="note good">${t('send.accepted', { n: rowCount, type: known(`type.${fileType}`, fileType) })}</p>
      ${sameContentAs ? html`<p class="note warning">${t('upload.sameContent')} <a href="#/uploads/${sameContentAs}">${t('upload.sameContentLink')}</a></p>` : nothing}
      <p><a class="button primary" href="#/uploads/${id}">${t('send.open')}</a></p>`;
  }

  #rejected(entry) {
    const { uploadId, violationCounts, violationTotal } = entry.rejection;
    return html`
      <div class="note error"><p>${t('send.rejected', { n: violationTotal })}</p>
        <ul class="plain-list">${Object.entries(violationCounts).map(([code, count]) => html`<li><b class="figure">${number(count)}</b> ${known(`violation.${code}`, code)}</li>`)}</ul></div>
      <p><a class="button primary" href="#/uploads/${uploadId}">${t('send.openReport')}</a></p>`;
  }
}

define('send-view', SendView);
