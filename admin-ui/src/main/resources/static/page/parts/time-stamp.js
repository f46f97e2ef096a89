import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { moment } from '../core/text.js';

/** A point in time in the viewer's zone; the exact instant, as the service writes it, is shown on hover. With `exact`, to the second. */
export const timeMark = (at, exact = false) => (at ? html`<time datetime=${at} title=${at}>${moment(at, exact)}</time>` : nothing);

class TimeStamp extends Part {
  template() {
    return timeMark(this.at, this.exact);
  }
}

define('time-stamp', TimeStamp, ['at', 'exact']);
