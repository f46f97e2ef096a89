import { signInWays } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { comeBackHere } from '../core/router.js';
import { session } from '../core/session.js';
import { t } from '../core/text.js';
import './problem-note.js';

const LOOK_MILLIS = 2000;

/** Asks for name and password, or leads to where the person is known. With `again`, over a page whose session has ended. */
class SignIn extends Part {
  #failure = null;
  #busy = false;
  #ways = null;

  start() {
    // Over a page that waits, the provider's own is opened beside it; the session it makes is noticed here.
    if (this.again) this.every(LOOK_MILLIS, () => session.noticeSignIn());
    signInWays().then((ways) => { this.#ways = ways; this.update(); }, (failure) => { this.#failure = failure; this.update(); });
  }

  drawn() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  template() {
    if (!this.again) return html`<section class="card sign-in"><h1>${t('page.brand')}</h1>${this.#form()}</section>`;
    return html`
      <dialog class="card sign-in" aria-labelledby="sign-in-again" @cancel=${(event) => event.preventDefault()} @close=${() => this.update()}>
        <h2 id="sign-in-again">${t('signIn.ended')}</h2>
        <p class="quiet">${t('signIn.endedAdvice')}</p>
        ${this.#form()}
      </dialog>`;
  }

  #form() {
    return html`
      ${location.search === '?refused' ? html`<p class="note error" role="alert">${t('signIn.refused')}</p>` : nothing}
      ${this.#failure ? html`<problem-note .problem=${this.#failure}></problem-note>` : nothing}
      ${(this.#ways?.providers ?? []).map((way) => html`<p><a class="button primary wide" href=${way.url} target=${this.again ? '_blank' : nothing} @click=${() => comeBackHere()}>${t('signIn.with', { name: way.name })}</a></p>`)}
      ${this.#ways?.password === false ? nothing : html`
        <form @submit=${this.#submit}>
          <label>${t('signIn.name')} <input name="name" autocomplete="username" required ?autofocus=${!this.again} .value=${this.again ? session.me.name : ''}></label>
          <label>${t('signIn.password')} <input name="password" type="password" autocomplete="current-password" required ?autofocus=${this.again}></label>
          <button class="primary wide" ?disabled=${this.#busy}>${t('signIn.do')}</button>
        </form>`}`;
  }

  #submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    this.#busy = true;
    this.update();
    try {
      await session.signIn(form.elements.name.value, form.elements.password.value);
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
      form.elements.password.value = '';
      form.elements.password.focus();
    }
    this.#busy = false;
    this.update();
  };
}

define('sign-in', SignIn, ['again']);
