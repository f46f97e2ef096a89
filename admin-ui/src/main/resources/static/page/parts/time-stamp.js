import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { moment } from '../core/text.js';

/** A point in time in the viewer's zone; the exact instant, as the service writes it, is shown on hover. With `exact`, to the second. */
class TimeStamp extends Part {
  template() {
    return this.at ? html`<time datetime=${this.at} title=${this.at}>${moment(this.at, this.exact)}</time>` : nothing;
  }
}

define('time-stamp', TimeStamp, ['at', 'exact']);
