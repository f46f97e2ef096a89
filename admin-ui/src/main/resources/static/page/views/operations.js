import { get, path, post } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';
import { known, number, share, t } from '../core/text.js';
import { confirmed } from '../parts/confirm-dialog.js';
import '../parts/problem-note.js';
import { staleNote } from '../parts/stale-note.js';
import '../parts/time-stamp.js';

const REFRESH_MILLIS = 3000;
const PAGE = 50;

/** For operations staff: projections, what the broker holds, what runs for whom, and the dead letters. */
class OperationsView extends Part {
  #projections = [];
  #readers = null;
  #readersFailure = null;
  #migrations = [];
  #letters = null;
  #cursor = null;
  #stale = null;
  #refusal = null;
  #seenAt = 0;
  #busy = false;

  start() {
    this.every(REFRESH_MILLIS, () => this.#refresh());
  }

  async #refresh() {
    const options = { signal: this.signal };
    const answers = await Promise.allSettled([
      get(path(['projections']), options), get(path(['migrations']), options), get(path(['dead-letters'], { limit: PAGE }), options), get(path(['broker']), options)]);
    if (this.signal.aborted) return;
    const [projections, migrations, letters, readers] = answers;
    if (projections.value) this.#projections = projections.value;
    if (migrations.value) this.#migrations = migrations.value;
    if (letters.value) this.#take(letters.value);
    // without the broker nothing is known of it, and the rest is
    this.#readers = readers.value ?? null;
    this.#readersFailure = readers.reason ?? null;
    this.#stale = [projections, migrations, letters].find((answer) => answer.status === 'rejected')?.reason ?? null;
    if (!this.#stale) this.#seenAt = Date.now();
    this.update();
  }

  /** New ones come at the top; older ones that have been read stay below. */
  #take(page) {
    const fresh = new Set(page.items.map((letter) => letter.id));
    const last = page.items.at(-1)?.id ?? 0;
    const below = (this.#letters ?? []).filter((letter) => !fresh.has(letter.id) && letter.id < last);
    this.#letters = [...page.items, ...below];
    if (!below.length) this.#cursor = page.cursor;
  }

  #more = () => this.#do(async () => {
    const page = await get(path(['dead-letters'], { cursor: this.#cursor, limit: PAGE }), { signal: this.signal });
    this.#letters = [...this.#letters, ...page.items];
    this.#cursor = page.cursor;
  });

  async #reset({ name }) {
    if (!(await confirmed({ title: t('ops.reset'), text: t('ops.resetDoes', { name }), yes: t('ops.reset'), danger: false }))) return;
    await this.#do(() => post(path(['projections', name, 'reset'])));
    this.#refresh();
  }

  async #redeliver(letter) {
    if (!(await confirmed({ title: t('ops.redeliver'), text: t('ops.redeliverDoes', { topic: letter.sourceTopic }), yes: t('ops.redeliver'), danger: false }))) return;
    await this.#do(async () => {
      const after = await post(path(['dead-letters', letter.id, 'redelivery']));
      this.#letters = this.#letters.map((other) => (other.id === after.id ? after : other));
    });
  }

  async #do(work) {
    this.#busy = true;
    this.#refusal = null;
    this.update();
    try {
      await work();
    } catch (failure) {
      if (failure.name !== 'AbortError') this.#refusal = failure;
    }
    this.#busy = false;
    this.update();
  }

  template() {
    return html`
      <div class="title"><h1>${t('view.operations')}</h1></div>
      ${this.#refusal ? html`<problem-note .problem=${this.#refusal}></problem-note>` : nothing}
      ${this.#stale ? this.#seenAt ? staleNote(this.#seenAt) : html`<problem-note .problem=${this.#stale} .again=${() => this.#refresh()}></problem-note>` : nothing}
      ${this.#seenAt ? html`
        <section class="card"><h2>${t('ops.projections')}</h2>${this.#projectionTable()}</section>
        <div class="columns">
          <section class="card"><h2>${t('ops.broker')}</h2>${this.#broker()}</section>
          <section class="card"><h2>${t('ops.migrations')}</h2>${this.#running()}</section>
        </div>
        <section class="card"><h2>${t('ops.deadLetters')}</h2>${this.#letterTable()}</section>` : nothing}`;
  }

  #projectionTable() {
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.projections')}><table class="list stacks">
        <thead><tr><th scope="col">${t('ops.name')}</th><th scope="col">${t('ops.state')}</th><th scope="col" class="figure">${t('ops.position')}</th>
          <th scope="col" class="figure">${t('ops.lag')}</th><th scope="col">${t('ops.rebuild')}</th><th scope="col" class="do"><span class="unseen">${t('ops.reset')}</span></th></tr></thead>
        <tbody>${repeat(this.#projections, (projection) => projection.name, (projection) => html`
          <tr><th scope="row">${projection.name}</th>
            <td class="state">${projection.error ? html`<span class="status error">${projection.error}</span>` : html`<span class="status ${projection.running ? 'success' : 'warning'}">${t(projection.running ? 'ops.runs' : 'ops.stands')}</span>`}</td>
            <td class="figure" data-title=${t('ops.position')}>${number(projection.position)}</td><td class="figure" data-title=${t('ops.lag')}>${number(projection.lag)}</td>
            <td>${this.#rebuild(projection.rebuild)}</td>
            <td class="do"><button ?disabled=${this.#busy} @click=${() => this.#reset(projection)} aria-label=${`${t('ops.reset')}: ${projection.name}`}>${t('ops.reset')}</button></td></tr>`)}</tbody>
      </table></div>`;
  }

  #rebuild(rebuild) {
    if (!rebuild) return nothing;
    if (rebuild.finishedAt) return html`<span class="quiet">${t('ops.rebuilt', { by: rebuild.requestedBy })} <time-stamp .at=${rebuild.finishedAt}></time-stamp></span>`;
    return html`<progress max="1" .value=${rebuild.progress} aria-label=${t('ops.rebuild')}></progress> ${share(rebuild.progress, 1)}`;
  }

  #broker() {
    if (!this.#readers) {
      const { code, message } = this.#readersFailure;
      return html`<p class="note warning">${code === 'BROKER_AWAY' ? t('ops.brokerAway') : known(`problem.${code}`, message)}</p>`;
    }
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.broker')}><table class="list stacks"><thead><tr><th scope="col">${t('ops.topic')}</th><th scope="col">${t('ops.reader')}</th><th scope="col" class="figure">${t('ops.lag')}</th></tr></thead>
        <tbody>${this.#readers.map((reader) => html`<tr><th scope="row">${reader.topic}</th><td>${known(`ops.reader.${reader.reader}`, reader.reader)}</td><td class="figure" data-title=${t('ops.lag')}>${number(reader.lag)}</td></tr>`)}</tbody></table></div>`;
  }

  #running() {
    if (!this.#migrations.length) return html`<p class="quiet">${t('ops.noMigrations')}</p>`;
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.migrations')}><table class="list stacks"><thead><tr><th scope="col">${t('ops.tenant')}</th><th scope="col" class="figure">${t('ops.files')}</th><th scope="col" class="figure">${t('row.ready')}</th><th scope="col" class="figure">${t('row.pending')}</th></tr></thead>
        <tbody>${this.#migrations.map((tenant) => html`<tr><th scope="row">${tenant.tenant}</th><td class="figure" data-title=${t('ops.files')}>${number(tenant.files)}</td><td class="figure" data-title=${t('row.ready')}>${number(tenant.ready)}</td><td class="figure" data-title=${t('row.pending')}>${number(tenant.pending)}</td></tr>`)}</tbody></table></div>`;
  }

  #letterTable() {
    if (!this.#letters.length) return html`<p class="quiet">${t('ops.noLetters')}</p>`;
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.deadLetters')}><table class="list stacks">
        <thead><tr><th scope="col">${t('ops.arrived')}</th><th scope="col">${t('ops.from')}</th><th scope="col" class="wide">${t('ops.reason')}</th><th scope="col">${t('ops.redelivered')}</th>
          <th scope="col" class="do"><span class="unseen">${t('ops.redeliver')}</span></th></tr></thead>
        <tbody>${repeat(this.#letters, (letter) => letter.id, (letter) => html`
          <tr><td><time-stamp .at=${letter.arrivedAt}></time-stamp></td><td>${letter.sourceTopic} <small class="quiet">${letter.sourcePartition ?? ''}:${letter.sourceOffset ?? ''}</small></td>
            <td class="wide">${letter.reason} <small class="quiet">${letter.code}</small></td>
            <td data-title=${letter.redeliveredAt ? t('ops.redelivered') : nothing}>${letter.redeliveredAt ? html`<time-stamp .at=${letter.redeliveredAt}></time-stamp> <small class="quiet">${letter.redeliveredBy}</small>` : nothing}</td>
            <td class="do"><button ?disabled=${this.#busy} @click=${() => this.#redeliver(letter)} aria-label=${`${t('ops.redeliver')} ${letter.id}`}>${t('ops.redeliver')}</button></td></tr>`)}</tbody>
      </table></div>
      ${this.#cursor ? html`<p class="center"><button ?disabled=${this.#busy} @click=${this.#more}>${t('uploads.more')}</button></p>` : nothing}`;
  }
}

define('operations-view', OperationsView);
