/** The command line. */
@NullMarked
package io.migrator.exporter.command;

import org.jspecify.annotations.NullMarked;
