/** Where a file lies while it is read: received as it comes, on disk only, gone when its upload is answered. */
@NullMarked
package io.migrator.command.intake.spool;

import org.jspecify.annotations.NullMarked;
