/** The report of a rejected file, for as long as it is kept. */
@NullMarked
package io.migrator.query.violation;

import org.jspecify.annotations.NullMarked;
