/** Uploads as they are listed and shown: the projection {@code file-uploads} with its table {@code file_uploads}. */
@NullMarked
package io.migrator.query.upload;

import org.jspecify.annotations.NullMarked;
