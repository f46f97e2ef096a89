import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';
import { bytes, known, number, share, t } from '../core/text.js';
import { transfers } from '../core/transfers.js';
import '../parts/problem-note.js';

/** Files are chosen here and sent; what is wrong with a header is told before a byte has left. */
class SendView extends Part {
  #isOver = false;

  start() {
    this.on(transfers, 'change', () => this.update());
  }

  #over = (event) => {
    event.preventDefault();
    if (!this.#isOver) { this.#isOver = true; this.update(); }
  };

  #left = () => { this.#isOver = false; this.update(); };

  #dropped = (event) => {
    event.preventDefault();
    this.#isOver = false;
    transfers.add(event.dataTransfer.files);
  };

  #chosen = (event) => {
    transfers.add(event.target.files);
    event.target.value = '';
  };

  template() {
    const { entries, good } = transfers;
    return html`
      <div class="title"><h1>${t('view.send')}</h1></div>
      <div class="drop ${this.#isOver ? 'over' : ''}" @dragover=${this.#over} @dragleave=${this.#left} @drop=${this.#dropped}>
        <p class="big">${t('send.drop')}</p>
        <p><label class="button primary">${t('send.choose')}
          <input class="unseen" type="file" multiple accept=".csv,.txt,.tsv,.gz,.zip,text/csv" @change=${this.#chosen}></label></p>
        <p class="quiet">${t('send.kinds')} <a href="#/types">${t('send.templates')}</a></p>
      </div>
      ${entries.length ? html`
        <ul class="entries" aria-live="polite">${repeat(entries, (entry) => entry.key, (entry) => this.#entry(entry))}</ul>` : nothing}
      ${good.length ? html`<p class="actions"><button class="primary" @click=${() => transfers.sendAll()}>${t('send.do', { n: good.length })}</button></p>` : nothing}`;
  }

  #entry(entry) {
    return html`
      <li class="card entry ${entry.state}">
        <div class="entry-head"><h2>${entry.file.name}</h2> <span class="quiet">${bytes(entry.file.size)}</span>
          ${entry.state === 'checking' ? nothing : html`<button class="plain" @click=${() => transfers.remove(entry)}
            aria-label=${t('send.removeFile', { name: entry.file.name })}>${t(['waiting', 'sending'].includes(entry.state) ? 'send.giveUp' : 'send.remove')}</button>`}
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
      default: return html`<problem-note .problem=${entry.problem} .again=${() => transfers.send(entry)}></problem-note>`;
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
    return html`<p><button @click=${() => transfers.send(entry)}>${t('send.anyway')}</button> <span class="quiet">${t('send.anywayAdvice')}</span></p>`;
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
