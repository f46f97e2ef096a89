import { get, path } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { known, number, t } from '../core/text.js';
import '../parts/bar-chart.js';
import '../parts/counts-bar.js';
import '../parts/file-status.js';
import '../parts/problem-note.js';
import { staleNote } from '../parts/stale-note.js';
import '../parts/time-stamp.js';

const HOURS = 24;
const HOUR_MILLIS = 3600_000;
const REFRESH_MILLIS = 5000;
const MOST = 10;
const WAITING = ['MIGRATE_FILE_STOPPED', 'MIGRATE_FILE_READY', 'MIGRATE_FILE_COMPLETE_WITH_ERRORS'];

/** The last 24 hours in numbers, what runs, and what waits for somebody. */
class HomeView extends Part {
  #numbers = null;
  #running = null;
  #waiting = null;
  #seenAt = 0;
  #failure = null;

  start() {
    this.every(REFRESH_MILLIS, () => this.#refresh());
  }

  async #refresh() {
    const options = { signal: this.signal };
    const begin = new Date((Math.floor(Date.now() / HOUR_MILLIS) - HOURS + 1) * HOUR_MILLIS).toISOString();
    const answers = await Promise.allSettled([
      get(path(['statistics'], { from: begin }), options),
      get(path(['uploads'], { status: 'MIGRATE_FILE_INPROGRESS', limit: MOST }), options),
      ...WAITING.map((status) => get(path(['uploads'], { status, limit: MOST }), options)),
    ]);
    if (this.signal.aborted) return;
    const [statistics, running, ...waiting] = answers.map((answer) => answer.value);
    if (statistics) this.#numbers = summed(statistics.numbers, begin);
    if (running) this.#running = running;
    if (waiting.every(Boolean)) this.#waiting = { items: waiting.flatMap((page) => page.items), nextCursor: waiting.find((page) => page.nextCursor)?.nextCursor };
    this.#failure = answers.find((answer) => answer.status === 'rejected')?.reason ?? null;
    if (!this.#failure) this.#seenAt = Date.now();
    this.update();
  }

  template() {
    return html`
      <div class="title"><h1>${t('home.title')}</h1></div>
      ${this.#failure ? this.#seenAt ? staleNote(this.#seenAt) : html`<problem-note .problem=${this.#failure} .again=${() => this.#refresh()}></problem-note>` : nothing}
      ${this.#numbers ? this.#content(this.#numbers) : nothing}`;
  }

  #content({ totals, hours, errors }) {
    return html`
      <dl class="tiles">
        ${[['FILE_ACCEPTED', ''], ['FILE_REJECTED', 'error'], ['ROW_SUCCESS', 'success'], ['ROW_ERROR', 'error']].map(([measure, look]) => html`
          <div class="card"><dt>${t(`home.${measure}`)}</dt><dd class=${totals[measure] ? look : ''}>${number(totals[measure])}</dd></div>`)}
      </dl>
      <section class="card"><h2>${t('home.perHour')}</h2>
        <bar-chart .hours=${hours} .series=${['success', 'error']} .label=${t('home.perHour')}></bar-chart></section>
      <div class="columns">
        <section class="card"><h2>${t('home.running')}</h2>${this.#files(this.#running, 'home.noneRunning')}</section>
        <section class="card"><h2>${t('home.waiting')}</h2>${this.#files(this.#waiting, 'home.noneWaiting')}</section>
        <section class="card"><h2>${t('home.errors')}</h2>${this.#errors(errors)}</section>
      </div>`;
  }

  #files(page, none) {
    if (!page) return nothing;
    const files = page.items;
    if (!files.length) return html`<p class="quiet">${t(none)}</p>`;
    return html`<ul class="plain-list files">${files.map((file) => html`
      <li><a href="#/uploads/${file.id}">${file.fileName}</a> <file-status .status=${file.status}></file-status>
        <counts-bar .counts=${file.counts}></counts-bar></li>`)}</ul>
      ${page.nextCursor ? html`<p><a href="#/uploads">${t('home.more')}</a></p>` : nothing}`;
  }

  #errors(errors) {
    if (!errors.length) return html`<p class="quiet">${t('home.noErrors')}</p>`;
    const most = errors[0].amount;
    return html`<ul class="plain-list amounts">${errors.map(({ code, amount }) => html`
      <li><span>${known(`violation.${code}`, code)}</span> <b class="figure">${number(amount)}</b>
        <svg class="amount" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="error" width=${(amount / most) * 100} height="4"></rect></svg></li>`)}</ul>`;
  }
}

function summed(numbers, begin) {
  const totals = { FILE_ACCEPTED: 0, FILE_REJECTED: 0, ROW_SUCCESS: 0, ROW_ERROR: 0 };
  const hours = Array.from({ length: HOURS }, (_, n) => ({ at: new Date(Date.parse(begin) + n * HOUR_MILLIS).toISOString(), success: 0, error: 0 }));
  const codes = new Map();
  for (const { hour, measure, code, amount } of numbers) {
    if (measure in totals) totals[measure] += amount;
    if (measure === 'ROW_ERROR' || measure === 'VIOLATION') codes.set(code, (codes.get(code) ?? 0) + amount);
    const entry = hours[Math.round((Date.parse(hour) - Date.parse(begin)) / HOUR_MILLIS)];
    if (!entry) continue; // the viewer's clock is another than the service's
    if (measure === 'ROW_SUCCESS') entry.success += amount;
    if (measure === 'ROW_ERROR') entry.error += amount;
  }
  const errors = [...codes].map(([code, amount]) => ({ code, amount })).sort((a, b) => b.amount - a.amount).slice(0, 10);
  return { totals, hours, errors };
}

define('home-view', HomeView);
