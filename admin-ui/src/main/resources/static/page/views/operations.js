import { get, path, post } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing, repeat } from '../core/lit.js';
import { known, number, share, t } from '../core/text.js';
import { confirmed } from '../parts/confirm-dialog.js';
import '../parts/problem-note.js';
import '../parts/time-stamp.js';

const REFRESH_MILLIS = 3000;
const PAGE = 50;

/** For operations staff: projections, what the broker holds, what runs for whom, and the dead letters. */
class OperationsView extends Part {
  #projections = [];
  #answers = null;
  #migrations = [];
  #letters = [];
  #cursor = null;
  #failure = null;
  #loaded = false;

  start() {
    this.every(REFRESH_MILLIS, () => this.#refresh());
    this.#readLetters(false);
  }

  async #refresh() {
    const options = { signal: this.signal };
    const [projections, answers, migrations] = await Promise.allSettled([
      get(path(['projections']), options), get(path(['broker']), options), get(path(['migrations']), options)]);
    if (projections.status === 'fulfilled') this.#projections = projections.value;
    // without the broker nothing is known of it, and the rest is
    this.#answers = answers.status === 'fulfilled' ? answers.value : null;
    if (migrations.status === 'fulfilled') this.#migrations = migrations.value;
    const failed = [projections, migrations].find((answer) => answer.status === 'rejected' && answer.reason.name !== 'AbortError');
    this.#failure = failed?.reason ?? null;
    this.#loaded ||= !failed;
    this.update();
  }

  async #readLetters(isMore) {
    try {
      const page = await get(path(['dead-letters'], { cursor: isMore ? this.#cursor : undefined, limit: PAGE }), { signal: this.signal });
      this.#letters = isMore ? [...this.#letters, ...page.items] : page.items;
      this.#cursor = page.cursor;
    } catch (failure) {
      if (failure.name !== 'AbortError') this.#failure = failure;
    }
    this.update();
  }

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
    try {
      await work();
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.update();
  }

  template() {
    return html`
      <div class="title"><h1>${t('view.operations')}</h1></div>
      ${this.#failure ? html`<problem-note .problem=${this.#failure} .again=${() => { this.#refresh(); this.#readLetters(false); }}></problem-note>` : nothing}
      ${this.#loaded ? html`
        <section class="card"><h2>${t('ops.projections')}</h2>${this.#projectionTable()}</section>
        <div class="columns">
          <section class="card"><h2>${t('ops.broker')}</h2>${this.#broker()}</section>
          <section class="card"><h2>${t('ops.migrations')}</h2>${this.#running()}</section>
        </div>
        <section class="card"><h2>${t('ops.deadLetters')}</h2>${this.#letterTable()}</section>` : nothing}`;
  }

  #projectionTable() {
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.projections')}><table class="list">
        <thead><tr><th scope="col">${t('ops.name')}</th><th scope="col">${t('ops.state')}</th><th scope="col" class="figure">${t('ops.position')}</th>
          <th scope="col" class="figure">${t('ops.lag')}</th><th scope="col">${t('ops.rebuild')}</th><th scope="col"><span class="unseen">${t('ops.reset')}</span></th></tr></thead>
        <tbody>${repeat(this.#projections, (projection) => projection.name, (projection) => html`
          <tr><th scope="row">${projection.name}</th>
            <td>${projection.error ? html`<span class="status error">${projection.error}</span>` : html`<span class="status ${projection.running ? 'success' : 'warning'}">${t(projection.running ? 'ops.runs' : 'ops.stands')}</span>`}</td>
            <td class="figure">${number(projection.position)}</td><td class="figure">${number(projection.lag)}</td>
            <td>${this.#rebuild(projection.rebuild)}</td>
            <td><button @click=${() => this.#reset(projection)} aria-label=${`${t('ops.reset')}: ${projection.name}`}>${t('ops.reset')}</button></td></tr>`)}</tbody>
      </table></div>`;
  }

  #rebuild(rebuild) {
    if (!rebuild) return nothing;
    if (rebuild.finishedAt) return html`<span class="quiet">${t('ops.rebuilt', { by: rebuild.requestedBy })} <time-stamp .at=${rebuild.finishedAt}></time-stamp></span>`;
    return html`<progress max="1" .value=${rebuild.progress} aria-label=${t('ops.rebuild')}></progress> ${share(rebuild.progress, 1)}`;
  }

  #broker() {
    if (!this.#answers) return html`<p class="note warning">${t('ops.brokerAway')}</p>`;
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.broker')}><table class="list"><thead><tr><th scope="col">${t('ops.topic')}</th><th scope="col">${t('ops.reader')}</th><th scope="col" class="figure">${t('ops.lag')}</th></tr></thead>
        <tbody>${this.#answers.map((reader) => html`<tr><th scope="row">${reader.topic}</th><td>${known(`ops.reader.${reader.reader}`, reader.reader)}</td><td class="figure">${number(reader.lag)}</td></tr>`)}</tbody></table></div>`;
  }

  #running() {
    if (!this.#migrations.length) return html`<p class="quiet">${t('ops.noMigrations')}</p>`;
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.migrations')}><table class="list"><thead><tr><th scope="col">${t('ops.tenant')}</th><th scope="col" class="figure">${t('ops.files')}</th><th scope="col" class="figure">${t('row.ready')}</th><th scope="col" class="figure">${t('row.pending')}</th></tr></thead>
        <tbody>${this.#migrations.map((tenant) => html`<tr><th scope="row">${tenant.tenant}</th><td class="figure">${number(tenant.files)}</td><td class="figure">${number(tenant.ready)}</td><td class="figure">${number(tenant.pending)}</td></tr>`)}</tbody></table></div>`;
  }

  #letterTable() {
    if (!this.#letters.length) return html`<p class="quiet">${t('ops.noLetters')}</p>`;
    return html`
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ops.deadLetters')}><table class="list">
        <thead><tr><th scope="col">${t('ops.arrived')}</th><th scope="col">${t('ops.from')}</th><th scope="col" class="wide">${t('ops.reason')}</th><th scope="col">${t('ops.redelivered')}</th>
          <th scope="col"><span class="unseen">${t('ops.redeliver')}</span></th></tr></thead>
        <tbody>${repeat(this.#letters, (letter) => letter.id, (letter) => html`
          <tr><td><time-stamp .at=${letter.arrivedAt}></time-stamp></td><td>${letter.sourceTopic} <small class="quiet">${letter.sourcePartition ?? ''}:${letter.sourceOffset ?? ''}</small></td>
            <td>${letter.reason} <small class="quiet">${letter.code}</small></td>
            <td>${letter.redeliveredAt ? html`<time-stamp .at=${letter.redeliveredAt}></time-stamp> <small class="quiet">${letter.redeliveredBy}</small>` : nothing}</td>
            <td><button @click=${() => this.#redeliver(letter)} aria-label=${`${t('ops.redeliver')} ${letter.id}`}>${t('ops.redeliver')}</button></td></tr>`)}</tbody>
      </table></div>
      ${this.#cursor ? html`<p class="center"><button @click=${() => this.#readLetters(true)}>${t('uploads.more')}</button></p>` : nothing}`;
  }
}

define('operations-view', OperationsView);
