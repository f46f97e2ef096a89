/** The stored history of uploads, event by event. */
@NullMarked
package io.migrator.query.history;

import org.jspecify.annotations.NullMarked;
