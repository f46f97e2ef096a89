/** A load on the target by itself, with the real servers: how much processor time and log a row costs, and where. */
@NullMarked
package io.migrator.crm.load;

import org.jspecify.annotations.NullMarked;
