/** A made-up source to try the exporter with. */
@NullMarked
package io.migrator.exporter.sample;

import org.jspecify.annotations.NullMarked;
