/**
 * Starts the service together with what it needs: embedded PostgreSQL and Kafka unless others are configured, the
 * reference consumer, and the first user.
 */
@NullMarked
package io.migrator.app.launch;

import org.jspecify.annotations.NullMarked;
