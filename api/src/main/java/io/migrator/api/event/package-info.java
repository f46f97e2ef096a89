/**
 * The events of the {@code FileUpload} aggregate: the facts that are stored for ever. Each record carries a\n * {@code @Revision}; a change of shape raises it and comes with an upcaster. Row content appears only sealed.
 */
@NullMarked
package io.migrator.api.event;

import org.jspecify.annotations.NullMarked;
