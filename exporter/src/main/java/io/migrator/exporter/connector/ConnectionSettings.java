package io.migrator.exporter.connector;

import java.time.ZoneId;

/**
 * Where a source is and how to get in.
 *
 * @param user empty when none is needed
 * @param zone of moments that the source keeps without one
 * @param fetchSize rows that are brought over at a time
 */
public record ConnectionSettings(String url, String user, String password, ZoneId zone, int fetchSize) {

    /** The address without parameters and without what stands before an {@code @}, either of which may hold a password. */
    public String place() {
        return place(url);
    }

    /** The same of any address; a password may hold every character, so nothing before the last {@code @} is kept. */
    public static String place(String url) {
        return url.replaceFirst("(//|thin:).*@(//)?", "$1").replaceFirst("[?;].*", "");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return place() + " as " + (user.isEmpty() ? "nobody" : user);
    }
}
