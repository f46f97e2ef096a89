/** The installation under test: four processes on loopback, what connects them, and how they are killed, held and cut off. */
@NullMarked
package io.migrator.faults.installation;

import org.jspecify.annotations.NullMarked;
