/** A first mapping of a source that nobody has described yet, by names and types alone. */
@NullMarked
package io.migrator.exporter.draft;

import org.jspecify.annotations.NullMarked;
