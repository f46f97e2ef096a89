/** A tenant's numbers per hour, file type and code: the projection {@code statistics}. */
@NullMarked
package io.migrator.query.statistics;

import org.jspecify.annotations.NullMarked;
