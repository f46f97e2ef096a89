/** What the exporter remembers of its runs. */
@NullMarked
package io.migrator.exporter.store;

import org.jspecify.annotations.NullMarked;
