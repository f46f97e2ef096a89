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

  /** The other tabs of this browser, which have the same session. */
  #tabs = new BroadcastChannel('migrator.session');

  constructor() {
    super();
    whenSignedOut(() => this.#askAgain());
    this.#tabs.onmessage = ({ data }) => this.#compare(data);
    document.addEventListener('visibilitychange', () => this.#look());
  }

  /** Another tab may have become another person's session, and this one's with it. */
  async #look() {
    if (document.hidden || !this.me || this.ended) return;
    const me = await whoAmI().catch(() => undefined);
    if (me === null) this.#end();
    else if (me) this.#compare(me);
  }

  #compare(me) {
    if (this.me && (!me || me.name !== this.me.name || me.tenant !== this.me.tenant)) {
      location.reload(); // what is on the screen is another person's
    } else if (this.ended && me) {
      this.#goOn(me);
    }
  }

  async resume() {
    this.me = await whoAmI();
    this.known = true;
    this.#tell();
  }

  /** @throws Problem when name or password is wrong */
  async signIn(name, password) {
    await signIn(name, password);
    const me = await whoAmI();
    this.#tabs.postMessage(me);
    this.#goOn(me);
  }

  /** Looks whether somebody has signed in beside the page, at an identity provider. */
  async noticeSignIn() {
    const me = await whoAmI().catch(() => null);
    if (me) this.#goOn(me);
  }

  #goOn(me) {
    if (this.me && (this.me.name !== me.name || this.me.tenant !== me.tenant)) {
      location.reload();
      return;
    }
    this.me = me;
    this.ended = false;
    this.#waiting.splice(0).forEach((goOn) => goOn());
    this.#tell();
  }

  async signOut() {
    await signOut().catch(() => {});
    this.#tabs.postMessage(null);
    location.reload(); // nothing of this person stays in the page's memory
  }

  may(authority) {
    return this.me?.authorities.includes(authority) ?? false;
  }

  get isAdmin() { return this.may('MIGRATOR_ADMIN'); }

  get isAuditor() { return this.may('MIGRATOR_AUDITOR'); }

  get isOperations() { return this.may('MIGRATOR_OPS'); }

  get seesUploads() { return this.isAdmin || this.isAuditor; }

  #end() {
    if (this.ended) return;
    this.ended = true;
    this.#tell();
  }

  #askAgain() {
    this.#end();
    return new Promise((goOn) => this.#waiting.push(goOn));
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();
