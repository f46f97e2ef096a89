import { define, Part } from '../core/element.js';
import { html } from '../core/lit.js';
import { known } from '../core/text.js';

const LOOKS = {
  MIGRATE_FILE_STAGING: 'pending',
  MIGRATE_FILE_REJECTED: 'error',
  MIGRATE_FILE_READY: 'ready',
  MIGRATE_FILE_INPROGRESS: 'pending',
  MIGRATE_FILE_COMPLETE: 'success',
  MIGRATE_FILE_COMPLETE_WITH_ERRORS: 'error',
  MIGRATE_FILE_STOPPED: 'warning',
  MIGRATE_FILE_CANCELLED: 'off',
  MIGRATE_ROW_READY: 'ready',
  MIGRATE_ROW_PENDING: 'pending',
  MIGRATE_ROW_SUCCESS: 'success',
  MIGRATE_ROW_ERROR: 'error',
};

/** The state of a file or a row, as a word with a coloured mark. Where there are many, as they are on a table of rows, without an element of its own. */
export const statusMark = (status) => html`<span class="status ${LOOKS[status] ?? 'off'}">${known(`status.${status}`, status)}</span>`;

class FileStatus extends Part {
  template() {
    return statusMark(this.status);
  }
}

define('file-status', FileStatus, ['status']);
