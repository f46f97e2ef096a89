/**
 * The side that answers questions: projections of the events into tables, and everything that is read from them. Nothing here
 * changes an upload; what these tables hold can be thrown away and built again from the events at any time.
 */
@NullMarked
package io.migrator.query;

import org.jspecify.annotations.NullMarked;
