package io.migrator.query.csv;

import java.util.regex.Pattern;

/** Names of files that are made from an upload. */
public final class CsvName {

    private static final int LONGEST = 120;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private CsvName() {}

    /**
     * A name that no system takes for anything but a name.
     *
     * @param uploadName the name under which the file was sent; what is unsafe in a name is replaced
     * @param suffix says what it is
     */
    public static String of(String uploadName, String suffix) {
        String base =
                UNSAFE.matcher(EXTENSION.matcher(uploadName).replaceFirst("")).replaceAll("_");
        String cut = base.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return (cut.isBlank() || cut.startsWith(".") ? "upload" + cut : cut) + "-" + suffix + ".csv";
    }
}
