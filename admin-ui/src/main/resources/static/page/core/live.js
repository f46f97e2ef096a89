import { get, path } from './api.js';

/**
 * An upload as it changes: by the service's stream of events, and by asking every few seconds as long as the stream does not
 * work, such as behind a proxy that holds it back.
 */
export class LiveUpload {
  #source = null;
  #timer = null;
  #told;
  #id;
  #signal;
  #withStream;
  #silent = 0;

  static POLL_MILLIS = 2000;
  static SILENCE_MILLIS = 40000; // the service says something every 15 seconds

  /**
   * @param told is called with the whole upload, and with what only the stream knows (`rowsPerSecond`, `estimatedEnd`)
   * @param failed is called with a problem that does not pass
   * @param withStream whether the person may read the stream
   */
  constructor(id, { told, failed, signal, withStream }) {
    this.#id = id;
    this.#told = told;
    this.failed = failed;
    this.#signal = signal;
    this.#withStream = withStream;
    signal.addEventListener('abort', () => this.#close(), { once: true });
  }

  /** Begins, and begins again after a command: a stream that has ended says nothing of what comes. */
  async begin() {
    this.#close();
    const upload = await this.#read();
    if (!upload || this.#signal.aborted) return;
    if (this.#withStream) this.#open();
    else this.#pollAgain();
  }

  async #read() {
    try {
      const upload = await get(path(['uploads', this.#id]), { signal: this.#signal });
      this.#told(upload, {});
      return upload;
    } catch (failure) {
      if (failure.name === 'AbortError') return null;
      if (failure.passes) this.#pollAgain();
      else this.failed(failure);
      return null;
    }
  }

  #open() {
    const source = new EventSource(path(['uploads', this.#id, 'progress']));
    this.#source = source;
    this.#watchSilence();
    source.addEventListener('progress', (event) => {
      this.#watchSilence();
      const progress = JSON.parse(event.data);
      this.#told(null, progress);
    });
    source.addEventListener('end', () => this.#ended());
    source.onerror = () => {
      // An EventSource that may try again says CONNECTING; meanwhile and afterwards, asking tells the truth.
      this.#close();
      this.#pollAgain();
    };
  }

  /** A migration that was stopped may still be ended by late answers, which no stream tells. */
  async #ended() {
    this.#close();
    const upload = await this.#read();
    if (upload?.counts.pending > 0) this.#pollAgain();
  }

  #watchSilence() {
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => this.begin(), LiveUpload.SILENCE_MILLIS);
  }

  #pollAgain() {
    clearTimeout(this.#timer);
    if (this.#signal.aborted) return;
    this.#timer = setTimeout(() => this.begin(), LiveUpload.POLL_MILLIS);
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#silent);
    this.#source?.close();
    this.#source = null;
  }
}
