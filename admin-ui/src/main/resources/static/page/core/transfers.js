import { get, path, Problem, upload } from './api.js';
import { detect, header } from '../csv/header.js';

const AT_ONCE = 2;
const REPEAT_MILLIS = 3000;

/** A name for a file's transfer that no other has: a repeat under it is the same upload. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The files that are being sent, whichever view is shown meanwhile. Each is looked at first; one whose header is a type's goes when
 * asked, one whose header is not says what is wrong before a byte has left. A transfer that breaks is repeated under the same key
 * until the service has answered, the person gives up, or the file can no longer be read. Tells `change`.
 *
 * States of an entry: checking, checked, waiting, sending, accepted, rejected, failed.
 */
class Transfers extends EventTarget {
  entries = [];
  #types = null;

  constructor() {
    super();
    addEventListener('beforeunload', (event) => this.entries.some((entry) => ['waiting', 'sending'].includes(entry.state)) && event.preventDefault());
  }

  /** Entries that go when they are asked to. */
  get good() {
    return this.entries.filter((entry) => entry.state === 'checked' && (entry.unread || (entry.detected && !entry.detected.first)));
  }

  add(files) {
    for (const file of files) {
      const entry = { key: newKey(), file, state: 'checking', sent: 0, life: new AbortController() };
      this.entries.push(entry);
      this.#check(entry);
    }
    this.#tell();
  }

  async #check(entry) {
    try {
      this.#types ??= get(path(['file-types']));
      const cells = await header(entry.file);
      entry.unread = cells === null;
      entry.detected = cells && detect(cells, await this.#types);
    } catch {
      this.#types = null;
      entry.unread = true; // the service will tell
    }
    entry.state = 'checked';
    this.#tell();
  }

  sendAll() {
    this.send(...this.good);
  }

  send(...entries) {
    entries.forEach((entry) => Object.assign(entry, { state: 'waiting', problem: null, repeats: false, life: new AbortController() }));
    this.#next();
  }

  /** Gives up what is under way. What has arrived already is among the uploads. */
  remove(entry) {
    entry.life.abort();
    this.entries = this.entries.filter((other) => other !== entry);
    this.#next();
  }

  #next() {
    const free = AT_ONCE - this.entries.filter((entry) => entry.state === 'sending').length;
    this.entries.filter((entry) => entry.state === 'waiting').slice(0, Math.max(0, free)).forEach((entry) => this.#transfer(entry));
    this.#tell();
  }

  async #transfer(entry) {
    const { signal } = entry.life;
    entry.state = 'sending';
    while (entry.state === 'sending' && !signal.aborted) {
      try {
        await readable(entry.file);
        await get(path(['me']), { signal }); // a session that has ended is noticed before the file leaves
        entry.upload = await upload(entry.file, { key: entry.key, signal, sent: (share) => this.#sent(entry, share) });
        entry.state = 'accepted';
      } catch (failure) {
        await this.#failed(entry, failure);
      }
      this.#tell();
    }
    this.#next();
  }

  #sent(entry, share) {
    entry.sent = share;
    entry.repeats = false;
    this.#tell();
  }

  async #failed(entry, failure) {
    if (failure.name === 'AbortError') return;
    if (failure.code === 'FILE_REJECTED') {
      entry.rejection = failure.body;
      entry.state = 'rejected';
    } else if (failure.passes || failure.code === 'IDEMPOTENCY_KEY_IN_USE') {
      entry.repeats = true;
      this.#tell();
      await new Promise((done) => setTimeout(done, Math.max(REPEAT_MILLIS, (failure.retryAfter ?? 0) * 1000)));
    } else {
      entry.problem = failure;
      entry.state = 'failed';
    }
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** A browser does not read a file that has changed since it was chosen, and tells that like a broken connection. */
async function readable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new Problem({ status: -1, code: 'FILE_UNREADABLE' });
  }
}

export const transfers = new Transfers();
