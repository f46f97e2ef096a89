import { path, post } from '../../core/api.js';
import { define, Part } from '../../core/element.js';
import { html, nothing } from '../../core/lit.js';
import { t } from '../../core/text.js';
import { confirmed } from '../../parts/confirm-dialog.js';
import '../../parts/problem-note.js';

/** The commands that a state allows, the one that is wanted most first. */
const COMMANDS = {
  MIGRATE_FILE_READY: ['start', 'cancel'],
  MIGRATE_FILE_INPROGRESS: ['cancel'],
  MIGRATE_FILE_STOPPED: ['resume', 'cancel'],
  MIGRATE_FILE_COMPLETE_WITH_ERRORS: ['retry'],
};
const FINAL = ['start', 'cancel'];
const SETTLED = ['MIGRATE_FILE_COMPLETE', 'MIGRATE_FILE_COMPLETE_WITH_ERRORS', 'MIGRATE_FILE_STOPPED', 'MIGRATE_FILE_CANCELLED'];

/** What can be done with a file in its present state, and its downloads. Calls `done` with the upload after a command, `refused` after one that failed. */
class FileActions extends Part {
  #failure = null;
  #busy = false;

  async #command(name) {
    const numbers = { n: this.#rows(name), name: this.upload.fileName };
    const isFinal = FINAL.includes(name);
    if (isFinal && !(await confirmed({ title: t(`command.${name}`), text: t(`command.${name}.does`, numbers), yes: t(`command.${name}`), danger: name === 'cancel' }))) return;
    this.#busy = true;
    this.#failure = null;
    this.update();
    try {
      this.done(await post(path(['uploads', this.upload.id, 'migration', ...(name === 'start' ? [] : [name])])));
    } catch (failure) {
      this.#failure = failure;
      this.refused();
    }
    this.#busy = false;
    this.update();
  }

  #rows(command) {
    const { counts } = this.upload;
    return command === 'retry' ? counts.error : command === 'start' ? this.upload.rowCount : counts.ready + counts.pending;
  }

  template() {
    const commands = COMMANDS[this.upload.status] ?? [];
    return html`
      ${this.#failure ? html`<problem-note .problem=${this.#failure}></problem-note>` : nothing}
      ${commands.length ? html`
        <section class="commands" aria-label=${t('command.title')}>
          ${commands.map((name, n) => html`
            <div><button class=${name === 'cancel' ? 'danger' : n === 0 ? 'primary' : ''} ?disabled=${this.#busy} @click=${() => this.#command(name)}>${t(`command.${name}`)}</button>
              <p class="quiet">${t(`command.${name}.does`, { n: this.#rows(name), name: this.upload.fileName })}</p></div>`)}
        </section>` : nothing}
      ${this.#downloads()}`;
  }

  #downloads() {
    const { id, counts, status } = this.upload;
    if (status === 'MIGRATE_FILE_STAGING') return nothing;
    const links = [['all', {}], SETTLED.includes(status) && counts.success && ['success', {}], counts.error && ['error', {}],
      counts.error && ['error', { spreadsheet: 'safe' }], ['all', { spreadsheet: 'safe' }]].filter(Boolean);
    return html`
      <nav class="downloads" aria-label=${t('download.title')}><span class="quiet">${t('download.title')}</span>
        ${links.map(([rows, more]) => html`<a download href=${path(['uploads', id, 'file'], { rows, ...more })}>${t(`download.${rows}${more.spreadsheet ? '.safe' : ''}`)}</a>`)}
      </nav>`;
  }
}

define('file-actions', FileActions, ['upload']);
