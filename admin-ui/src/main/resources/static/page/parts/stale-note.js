import { html } from '../core/lit.js';
import { moment, t } from '../core/text.js';

/**
 * Says that what is shown may be old. It lies over the lower edge: nothing moves when it comes and goes.
 *
 * @param seenAt when it was true, in milliseconds
 */
export const staleNote = (seenAt) => html`<p class="note warning stale" role="status">${t('page.stale', { at: moment(seenAt) })}</p>`;
