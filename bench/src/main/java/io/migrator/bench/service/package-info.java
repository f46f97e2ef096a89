/** The service as a process of its own, and talking to it as any client does. */
@NullMarked
package io.migrator.bench.service;

import org.jspecify.annotations.NullMarked;
