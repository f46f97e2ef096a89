import { connection } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, keyed, nothing } from '../core/lit.js';
import { comeBack, place } from '../core/router.js';
import { session } from '../core/session.js';
import { language, t } from '../core/text.js';
import './page-settings.js';
import './problem-note.js';
import './sign-in.js';

/** The views by the first part of their address: who sees them, and the module that holds them. */
const VIEWS = {
  home: { sees: () => session.seesUploads, load: () => import('../views/home.js'), draw: () => html`<home-view></home-view>` },
  uploads: {
    sees: () => session.seesUploads,
    load: () => Promise.all([import('../views/uploads.js'), import('../views/upload.js')]),
    draw: ({ segments: [, id, part], parameters }) => id
      ? keyed(id, html`<upload-view .uploadId=${id} .part=${part ?? ''} .parameters=${parameters}></upload-view>`)
      : html`<uploads-view .parameters=${parameters}></uploads-view>`,
  },
  send: { sees: () => session.isAdmin, load: () => import('../views/send.js'), draw: () => html`<send-view></send-view>` },
  types: {
    sees: () => true,
    load: () => import('../views/file-types.js'),
    draw: ({ segments: [, type] }) => html`<file-types-view .type=${type ?? ''}></file-types-view>`,
  },
  operations: { sees: () => session.isOperations, load: () => import('../views/operations.js'), draw: () => html`<operations-view></operations-view>` },
};

/** The whole page: who is signed in, where one can go, and the view that is shown. */
class OperatorPage extends Part {
  #view = null;
  #place = place();
  #failure = null;

  start() {
    document.documentElement.lang = language;
    comeBack();
    this.on(window, 'hashchange', () => this.#show(true));
    this.on(session, 'change', () => (session.me && !this.#view ? this.#show(false) : this.update()));
    this.on(connection, 'change', () => this.update());
    session.resume().catch((failure) => { this.#failure = failure; this.update(); });
  }

  async #show(moves) {
    this.#place = place(); // the same until the address changes: each view keeps what it has
    const { segments } = this.#place;
    const name = segments[0] in VIEWS ? segments[0] : this.#first();
    const view = VIEWS[name];
    try {
      await view.load();
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.#view = { name, view };
    this.update();
    if (moves) {
      scrollTo(0, 0);
      queueMicrotask(() => this.querySelector('main')?.focus({ preventScroll: true }));
    }
  }

  #first() {
    return session.seesUploads ? 'home' : session.isOperations ? 'operations' : 'types';
  }

  template() {
    if (!session.me) {
      return html`<main class="alone">${this.#failure
        ? html`<problem-note .problem=${this.#failure} .again=${() => location.reload()}></problem-note>`
        : session.known ? html`<sign-in></sign-in>` : nothing}</main><page-settings></page-settings>`;
    }
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('page.skip')}</a>
      ${this.#header()}
      ${connection.lost ? html`<p class="banner" role="status">${t('page.connectionLost')}</p>` : nothing}
      <main id="main" tabindex="-1">${this.#content()}</main>
      <page-settings></page-settings>
      ${session.ended ? html`<sign-in .again=${true}></sign-in>` : nothing}`;
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #header() {
    const names = Object.keys(VIEWS).filter((name) => VIEWS[name].sees());
    return html`
      <header class="masthead">
        <a class="brand" href="#/">${t('page.brand')}</a>
        <nav aria-label=${t('page.navigation')}>
          ${names.map((name) => html`<a href="#/${name}" aria-current=${this.#view?.name === name ? 'page' : nothing}>${t(`view.${name}`)}</a>`)}
        </nav>
        <div class="person">
          <span class="who"><b>${session.me.name}</b> <span class="quiet">${session.me.tenant}</span></span>
          <button class="plain" @click=${() => session.signOut()}>${t('page.signOut')}</button>
        </div>
      </header>`;
  }

  #content() {
    if (this.#failure) return html`<problem-note .problem=${this.#failure} .again=${() => this.#show(false)}></problem-note>`;
    if (!this.#view) return nothing;
    const { view } = this.#view;
    return view.sees() ? view.draw(this.#place) : html`<div class="empty"><h1>${t('page.notYours')}</h1><p>${t('page.notYoursAdvice')}</p></div>`;
  }
}

define('operator-page', OperatorPage);
