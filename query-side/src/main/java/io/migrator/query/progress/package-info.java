/** The progress of migrations, pushed to whoever watches. */
@NullMarked
package io.migrator.query.progress;

import org.jspecify.annotations.NullMarked;
