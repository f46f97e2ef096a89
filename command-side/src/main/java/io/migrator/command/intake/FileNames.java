package io.migrator.command.intake;

/** The name of a file as it is kept: without folders and control characters, at most 255 characters. */
final class FileNames {

    private static final String UNNAMED = "upload.csv";
    private static final int LONGEST = 255;

    private FileNames() {}

    static String cleaned(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != 0xFFFD && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        String cleaned = kept.toString().strip();
        return cleaned.isEmpty() ? UNNAMED : cleaned;
    }
}
