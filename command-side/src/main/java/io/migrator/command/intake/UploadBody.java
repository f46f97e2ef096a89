package io.migrator.command.intake;

import java.io.InputStream;

/**
 * The file in a request.
 *
 * @param fileName as the sender calls it, cleaned; empty when it has no name
 * @param options how it is to be read
 * @param content its bytes, decompressed; to be read once
 * @param wasCompressed whether the body was compressed on its way
 */
record UploadBody(String fileName, ReadingOptions options, InputStream content, boolean wasCompressed) {}
