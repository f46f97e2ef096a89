/** Collections of MongoDB. */
@NullMarked
package io.migrator.exporter.connector.mongo;

import org.jspecify.annotations.NullMarked;
