/** The operator's page in a real browser, against the running service. */
@NullMarked
package io.migrator.app.page;

import org.jspecify.annotations.NullMarked;
