/**
 * What all sides share: states, counts, row sets, sealed content and rejections. No Spring, no I/O; every type here is an\n * immutable value and safe to use from any thread.
 */
@NullMarked
package io.migrator.api;

import org.jspecify.annotations.NullMarked;
