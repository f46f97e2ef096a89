package io.migrator.exporter.legacy;

import io.migrator.exporter.legacy.LegacyData.Column;
import java.nio.file.Path;
import java.util.List;

/** The YAML file of a source: where the old CRM is, and what its columns mean. */
public final class Description {

    private final LegacySource source;
    private final List<LegacyData.Table> tables;

    public Description(LegacySource source, List<LegacyData.Table> tables) {
        this.source = source;
        this.tables = tables;
    }

    /**
     * The text of the file.
     *
     * @param servicePassword the file in which the user's password is
     */
    public String text(Path sourcePassword, String serviceUrl, String user, Path servicePassword) {
        return """
                source: %s
                connection:
                %sservice:
                  url: %s
                  user: %s
                  password: ${file:%s}
                types:
                  CUSTOMER_DETAILS:
                    table: client
                    key: %s
                    columns:
                      EXTERNAL_ID: {from: %s, then: [hash: crm]}
                      FIRST_NAME: %s
                      LAST_NAME: %s
                      DATE_OF_BIRTH: %s
                      EMAIL: %s
                      MOBILE: %s
                      ADDRESS_LINE_1: %s
                      COUNTRY: {constant: AU}
                      ACCOUNT_STATUS: {from: status, then: [lookup: {values: {A: ACTIVE, L: LOCKED, D: DEACTIVATED}}]}
                      REGISTERED_AT: %s
                      EMAIL_VERIFIED: %s
                      WEEKLY_SPEND_LIMIT_CENTS: %s
                  CUSTOMER_NOTES:
                    table: remark
                    key: %s
                    columns:
                      EXTERNAL_ID: {from: %s, then: [hash: remark]}
                      CUSTOMER_EXTERNAL_ID: {from: client_id, then: [hash: crm]}
                      NOTED_AT: %s
                      CATEGORY: {from: category, then: [lookup: {values: {G: GENERAL, P: PAYMENT, C: COMPLAINT}}]}
                      PINNED: %s
                      BODY: %s
                  COMMUNICATION_PREFERENCES:
                    table: consent
                    key: %s
                    columns:
                      EXTERNAL_ID: {from: %s, then: [hash: consent]}
                      CUSTOMER_EXTERNAL_ID: {from: client_id, then: [hash: crm]}
                      CHANNEL: {from: channel, then: [lookup: {values: {E: EMAIL, S: SMS, P: POST}}]}
                      PURPOSE: {constant: MARKETING}
                      OPTED_IN: %s
                      CAPTURED_AT: %s
                      CAPTURE_SOURCE: {constant: legacy}
                """.formatted(
                        source.name(),
                        source.connection(sourcePassword),
                        serviceUrl,
                        user,
                        servicePassword,
                        name("id"),
                        name("id"),
                        from("given"),
                        from("family"),
                        from("born"),
                        from("mail"),
                        from("mobile"),
                        from("street"),
                        from("registered"),
                        from("verified"),
                        from("weekly"),
                        name("id"),
                        name("id"),
                        from("noted"),
                        from("pinned"),
                        from("body"),
                        name("id"),
                        name("id"),
                        from("opted"),
                        from("captured"));
    }

    private String name(String column) {
        return source.column(column);
    }

    private String from(String name) {
        Column column = tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String steps = source.steps(column);
        return steps.isEmpty() ? name(name) : "{from: " + name(name) + ", then: [" + steps + "]}";
    }
}
