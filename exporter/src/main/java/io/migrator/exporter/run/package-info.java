/** One run: blocks are planned, read, sent, migrated and accounted for. */
@NullMarked
package io.migrator.exporter.run;

import org.jspecify.annotations.NullMarked;
