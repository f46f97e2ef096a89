/** Brings customers out of other people's databases into the service, again and again, through its REST API alone. */
@NullMarked
package io.migrator.exporter;

import org.jspecify.annotations.NullMarked;
