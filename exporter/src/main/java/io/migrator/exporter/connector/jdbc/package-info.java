/** Databases that have a JDBC driver. */
@NullMarked
package io.migrator.exporter.connector.jdbc;

import org.jspecify.annotations.NullMarked;
