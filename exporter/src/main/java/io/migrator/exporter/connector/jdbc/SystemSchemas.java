package io.migrator.exporter.connector.jdbc;

import java.util.Locale;
import java.util.Set;

/** Schemas that come with a database and hold no customers. */
final class SystemSchemas {

    /** In small letters. Oracle's own are those that come with its usual options. */
    private static final Set<String> NAMES = Set.of(
            "information_schema",
            "pg_catalog",
            "mysql",
            "sys",
            "performance_schema",
            "system",
            "xdb",
            "ctxsys",
            "mdsys",
            "ordsys",
            "orddata",
            "olapsys",
            "wmsys",
            "outln",
            "dbsnmp",
            "audsys",
            "gsmadmin_internal",
            "lbacsys",
            "dvsys",
            "appqossys",
            "ojvmsys");

    private SystemSchemas() {}

    static boolean contain(String schema) {
        return NAMES.contains(schema.toLowerCase(Locale.ROOT));
    }
}
