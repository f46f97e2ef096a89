import { get, path } from '../../core/api.js';
import { define, Part } from '../../core/element.js';
import { html, nothing } from '../../core/lit.js';
import { known, number, t } from '../../core/text.js';
import '../../parts/problem-note.js';
import '../../parts/time-stamp.js';

const PAGE = 500;
const COUNTS = ['success', 'error', 'pending', 'ready'];

/** What happened to a file, event by event; many of a kind in a row are one entry that can be opened. */
class FileHistory extends Part {
  #events = [];
  #cursor = undefined;
  #failure = null;
  #loading = false;
  #wanted = false;

  start() {
    this.#read();
  }

  changed(property) {
    if (property === 'status') this.#read();
  }

  /** From where it stands to the end: events are only ever added. */
  async #read() {
    this.#wanted = true;
    if (this.#loading) return;
    this.#loading = true;
    while (this.#wanted && !this.signal.aborted) {
      this.#wanted = false;
      await this.#readOn();
    }
    this.#loading = false;
    this.update();
  }

  async #readOn() {
    try {
      for (;;) {
        const page = await get(path(['uploads', this.uploadId, 'events'], { cursor: this.#cursor, limit: PAGE }), { signal: this.signal });
        const last = this.#events.at(-1)?.sequence ?? -1;
        this.#events.push(...page.items.filter((event) => event.sequence > last));
        this.#failure = null;
        this.update();
        if (!page.nextCursor) return;
        this.#cursor = page.nextCursor;
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') this.#failure = failure;
    }
  }

  get #runs() {
    const runs = [];
    for (const event of this.#events) {
      const run = runs.at(-1);
      if (run && run[0].type === event.type) run.push(event);
      else runs.push([event]);
    }
    return runs;
  }

  template() {
    return html`
      ${this.#failure ? html`<problem-note .problem=${this.#failure} .again=${() => this.#read()}></problem-note>` : nothing}
      <ol class="timeline">${this.#runs.map((run) => html`<li>${run.length === 1 ? this.#event(run[0]) : this.#run(run)}</li>`)}</ol>`;
  }

  #run(run) {
    return html`
      <details>
        <summary><time-stamp .at=${run[0].time} .exact=${true}></time-stamp> – <time-stamp .at=${run.at(-1).time} .exact=${true}></time-stamp> <b>${known(`event.${run[0].type}`, run[0].type)}</b> × ${number(run.length)} ${told(run.at(-1))}</summary>
        <ol class="timeline">${run.slice(0, 200).map((event) => html`<li>${this.#event(event)}</li>`)}</ol>
        ${run.length > 200 ? html`<p class="quiet">${t('history.more', { n: run.length - 200 })}</p>` : nothing}
      </details>`;
  }

  #event(event) {
    return html`
      <p><time-stamp .at=${event.time} .exact=${true}></time-stamp> <b>${known(`event.${event.type}`, event.type)}</b>
        ${event.operator ? html`<span class="quiet">${event.operator}</span>` : nothing} ${told(event)} <small class="quiet">#${event.sequence}</small></p>
      <details><summary>${t('history.details')}</summary><dl class="values">${Object.entries(event.payload).map(([name, value]) => html`
        <div><dt>${name}</dt><dd>${typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd></div>`)}</dl></details>`;
  }
}

/** What an event says in figures, as far as it does. */
function told({ payload }) {
  const { attempt, rows, rowCount, violationCounts, reason, counts } = payload;
  const isRejected = violationCounts && Object.keys(violationCounts).length > 0;
  return [
    attempt > 1 && t('row.attempt', { n: attempt }),
    Number.isInteger(rows ?? rowCount) && t('history.rows', { n: rows ?? rowCount }),
    isRejected && t('history.violations', { n: Object.values(violationCounts).reduce((sum, count) => sum + count, 0) }),
    reason && known(`history.reason.${reason}`, reason),
    counts && COUNTS.filter((name) => counts[name]).map((name) => `${t(`row.${name}`)} ${number(counts[name])}`).join(', '),
  ].filter(Boolean).join(' · ');
}

define('file-history', FileHistory, ['uploadId', 'status']);
