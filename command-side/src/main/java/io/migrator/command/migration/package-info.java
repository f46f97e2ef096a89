/** The operator's commands on a migration, over REST: start, resume, retry and cancel. */
@NullMarked
package io.migrator.command.migration;

import org.jspecify.annotations.NullMarked;
