package io.migrator.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * How far one segment of a projection is.
 *
 * @param position global index of the last event passed; 0 before the first
 * @param owner the node that works on it, or null when none does
 */
record SegmentPosition(int segment, long position, @Nullable String owner) {}
