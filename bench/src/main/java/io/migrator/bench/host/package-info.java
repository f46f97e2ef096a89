/** Processes that hold what the service is measured beside: servers, the reference target, and the peers' jobs. */
@NullMarked
package io.migrator.bench.host;

import org.jspecify.annotations.NullMarked;
