import { signIn, signOut, whenSignedOut, whoAmI } from './api.js';

/** Who works here. Tells `change` when somebody signs in or out, and when the session has ended. */
class Session extends EventTarget {
  /** The service's `/me`; null as long as nobody is signed in. */
  me = null;
  /** Whether the session has ended under an open page, which waits to go on. */
  ended = false;
  /** Whether the service has been asked who this is. */
  known = false;
  #waiting = [];

  constructor() {
    super();
    whenSignedOut(() => this.#askAgain());
  }

  async resume() {
    this.me = await whoAmI();
    this.known = true;
    this.#tell();
  }

  /** @throws Problem when name or password is wrong */
  async signIn(name, password) {
    await signIn(name, password);
    this.#goOn(await whoAmI());
  }

  /** Looks whether somebody has signed in beside the page, at an identity provider. */
  async noticeSignIn() {
    const me = await whoAmI().catch(() => null);
    if (me) this.#goOn(me);
  }

  #goOn(me) {
    const before = this.me;
    if (before && (before.name !== me.name || before.tenant !== me.tenant)) {
      location.reload(); // what is on the screen is another person's
      return;
    }
    this.me = me;
    this.ended = false;
    this.#waiting.splice(0).forEach(({ goOn }) => goOn());
    this.#tell();
  }

  async signOut() {
    await signOut().catch(() => {});
    location.reload(); // nothing of this person stays in the page's memory
  }

  may(authority) {
    return this.me?.authorities.includes(authority) ?? false;
  }

  get isAdmin() { return this.may('MIGRATOR_ADMIN'); }

  get isAuditor() { return this.may('MIGRATOR_AUDITOR'); }

  get isOperations() { return this.may('MIGRATOR_OPS'); }

  get seesUploads() { return this.isAdmin || this.isAuditor; }

  #askAgain() {
    if (!this.ended) {
      this.ended = true;
      this.#tell();
    }
    return new Promise((goOn) => this.#waiting.push({ goOn }));
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();
