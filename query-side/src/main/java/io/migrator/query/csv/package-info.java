/** Writing CSV. */
@NullMarked
package io.migrator.query.csv;

import org.jspecify.annotations.NullMarked;
