/** Assembles the service from its three sides. */
@NullMarked
package io.migrator.app;

import org.jspecify.annotations.NullMarked;
