/** What the service says of its own health, beside what the framework does. */
@NullMarked
package io.migrator.app.health;

import org.jspecify.annotations.NullMarked;
