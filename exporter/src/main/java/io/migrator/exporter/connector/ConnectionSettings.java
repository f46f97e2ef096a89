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

    /** The address without parameters, which may hold a password. */
    public String place() {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return place() + " as " + (user.isEmpty() ? "nobody" : user);
    }
}
