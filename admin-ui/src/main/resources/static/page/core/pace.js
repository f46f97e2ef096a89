const WINDOW_MILLIS = 10000;

/** How fast rows are settled, as the service's stream tells it too: for those whom the stream does not reach. */
export class Pace {
  #samples = [];

  /**
   * Takes in how a file stands. Fewer rows settled than before: a new attempt has begun, and so does the measuring.
   *
   * @return {{rowsPerSecond: ?number, estimatedEnd: ?number}} null until two moments are known; the end in milliseconds, null when
   *     nothing moves
   */
  observe({ success, error, pending, ready }, at = Date.now()) {
    const settled = success + error;
    if (settled < this.#samples.at(-1)?.settled) this.#samples = [];
    this.#samples.push({ at, settled });
    while (this.#samples.length > 2 && this.#samples[0].at < at - WINDOW_MILLIS) this.#samples.shift();
    const [first] = this.#samples;
    if (at <= first.at) return { rowsPerSecond: null, estimatedEnd: null };
    const perMilli = (settled - first.settled) / (at - first.at);
    const open = pending + ready;
    return { rowsPerSecond: perMilli * 1000, estimatedEnd: perMilli > 0 && open > 0 ? at + open / perMilli : null };
  }
}
