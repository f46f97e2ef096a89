package io.migrator.query.transfer;

/** The forms in which a file is sent. */
enum ContentCoding {
    /** As it is; the form that parts are taken from. */
    IDENTITY(""),
    /** Compressed. */
    GZIP("-gzip");

    private final String suffix;

    ContentCoding(String suffix) {
        this.suffix = suffix;
    }

    /** The strong entity tag of this form: bytes under the same tag are the same bytes. */
    String tag(String version) {
        return '"' + version + suffix + '"';
    }
}
