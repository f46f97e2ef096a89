/** The rows of uploads: the projection {@code csv-rows} with its tables, and reading rows page by page. */
@NullMarked
package io.migrator.query.row;

import org.jspecify.annotations.NullMarked;
