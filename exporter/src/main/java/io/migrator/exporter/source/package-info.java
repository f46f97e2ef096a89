/** The file that describes a source system, one for each. */
@NullMarked
package io.migrator.exporter.source;

import org.jspecify.annotations.NullMarked;
