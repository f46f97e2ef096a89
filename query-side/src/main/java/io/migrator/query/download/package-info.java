/** The marked-up CSV file: the original rows with what the target answered beside them. */
@NullMarked
package io.migrator.query.download;

import org.jspecify.annotations.NullMarked;
