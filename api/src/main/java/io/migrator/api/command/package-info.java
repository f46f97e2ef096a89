/**
 * The commands of the {@code FileUpload} aggregate: imperative, one record each. Those that a person gives carry the tenant\n * and the operator; a command against another tenant's upload is answered as if the upload did not exist.
 */
@NullMarked
package io.migrator.api.command;

import org.jspecify.annotations.NullMarked;
