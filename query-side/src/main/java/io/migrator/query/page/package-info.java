/** Pages of a list: limits, and cursors that say where the next page begins. */
@NullMarked
package io.migrator.query.page;

import org.jspecify.annotations.NullMarked;
