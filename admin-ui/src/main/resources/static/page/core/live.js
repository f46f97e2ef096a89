import { get, path } from './api.js';
import { Pace } from './pace.js';

const POLL_MILLIS = 2000;
const CALM_POLL_MILLIS = 8000;
/** The stream says something every 15 seconds; one that has been silent for longer is not believed. */
const BELIEVED_MILLIS = 20000;
const OPEN_AGAIN_MILLIS = 10000;

const MOVING = ['MIGRATE_FILE_STAGING', 'MIGRATE_FILE_READY', 'MIGRATE_FILE_INPROGRESS'];
const FINAL = ['MIGRATE_FILE_COMPLETE', 'MIGRATE_FILE_REJECTED'];

/**
 * An upload as it changes. It is asked for again and again, until it can change no more; while the service's stream of events can be
 * heard, that replaces the asking. Nothing is asked or listened to while the tab cannot be seen.
 */
export class LiveUpload {
  #id;
  #told;
  #stale;
  #failed;
  #signal;
  #withStream;
  #turn = 0;
  #source = null;
  #heardAt = -Infinity;
  #openAgainAt = -Infinity;
  #wake = () => {};
  #pace = new Pace();

  /**
   * @param told is called with the upload and its pace, or with null and what the stream says: state, counts, pace
   * @param stale is called when the service could not be asked; what was told last may be old
   * @param failed is called with a problem that does not pass
   * @param withStream whether the person may read the stream
   */
  constructor(id, { told, stale, failed, signal, withStream }) {
    this.#id = id;
    this.#told = told;
    this.#stale = stale;
    this.#failed = failed;
    this.#signal = signal;
    this.#withStream = withStream;
    signal.addEventListener('abort', () => this.#end(), { once: true });
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#wake()), { signal });
  }

  /** Begins, and begins anew after a command. What an earlier turn still learns is not told. */
  begin() {
    this.#end();
    this.#openAgainAt = -Infinity;
    this.#run(this.#turn);
  }

  #end() {
    this.#turn++;
    this.#close();
    this.#wake();
  }

  #isCurrent(turn) {
    return turn === this.#turn && !this.#signal.aborted;
  }

  async #run(turn) {
    let upload = null;
    while (this.#isCurrent(turn)) {
      if (!document.hidden && performance.now() - this.#heardAt > BELIEVED_MILLIS) {
        upload = (await this.#read(turn)) ?? upload;
        if (!this.#isCurrent(turn)) return;
        if (upload && FINAL.includes(upload.status)) return;
        if (upload && MOVING.includes(upload.status)) this.#listen(turn);
      }
      await this.#pause(!upload || MOVING.includes(upload.status) ? POLL_MILLIS : CALM_POLL_MILLIS);
    }
  }

  #pause(millis) {
    return new Promise((done) => {
      const timer = setTimeout(done, millis);
      this.#wake = () => { clearTimeout(timer); done(); };
    });
  }

  async #read(turn) {
    try {
      const upload = await get(path(['uploads', this.#id]), { signal: this.#signal });
      if (this.#isCurrent(turn)) this.#told(upload, this.#pace.observe(upload.counts));
      return upload;
    } catch (failure) {
      if (failure.name === 'AbortError' || !this.#isCurrent(turn)) return null;
      if (failure.passes) {
        this.#stale(failure);
      } else {
        this.#end();
        this.#failed(failure);
      }
      return null;
    }
  }

  #listen(turn) {
    if (!this.#withStream || this.#source || performance.now() < this.#openAgainAt) return;
    const source = new EventSource(path(['uploads', this.#id, 'progress']));
    const hear = (work) => (event) => {
      if (source !== this.#source || !this.#isCurrent(turn)) {
        source.close();
        return;
      }
      this.#heardAt = performance.now();
      work(event);
    };
    this.#source = source;
    source.addEventListener('progress', hear((event) => {
      const progress = JSON.parse(event.data);
      this.#pace.observe(progress.counts);
      this.#told(null, progress);
    }));
    source.addEventListener('heartbeat', hear(() => {}));
    source.addEventListener('end', hear(() => { this.#close(); this.#wake(); }));
    // An EventSource that tries again by itself says so too; asking tells the truth meanwhile.
    source.onerror = () => {
      source.close();
      if (source !== this.#source) return;
      this.#openAgainAt = performance.now() + OPEN_AGAIN_MILLIS;
      this.#close();
      this.#wake();
    };
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    this.#heardAt = -Infinity;
  }
}
