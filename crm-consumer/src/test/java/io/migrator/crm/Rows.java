package io.migrator.crm;

import io.migrator.api.wire.RowMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages as the migrator sends them, valid unless a test makes them otherwise. */
public final class Rows {

    public static final UUID UPLOAD = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private Rows() {}

    public static Row of(String fileType, String externalId) {
        return new Row("acme", 1, fileType, externalId, null, new LinkedHashMap<>());
    }

    public static Row customer(String externalId) {
        return of("CUSTOMER_DETAILS", externalId)
                .with("FIRST_NAME", "Zoë")
                .with("LAST_NAME", "Müller")
                .with("DATE_OF_BIRTH", "1980-02-29")
                .with("ACCOUNT_STATUS", "ACTIVE");
    }

    public static Row note(String externalId, String customer) {
        return child("CUSTOMER_NOTES", externalId, customer)
                .with("NOTED_AT", "2024-05-06T07:08:09Z")
                .with("CATEGORY", "GENERAL")
                .with("BODY", "first line\nsecond line");
    }

    public static Row card(String externalId, String customer) {
        return child("PAYMENT_METHODS", externalId, customer)
                .with("METHOD_TYPE", "CARD")
                .with("STATUS", "ACTIVE")
                .with("IS_DEFAULT", true)
                .with("GATEWAY", "OLDPAY")
                .with("GATEWAY_TOKEN", "tok-old")
                .with("CARD_LAST4", "4242")
                .with("CARD_EXPIRY", "2031-12");
    }

    public static Row ticket(String externalId, String customer) {
        return child("TICKET_HISTORY", externalId, customer)
                .with("LOTTERY_KEY", "POWERBALL")
                .with("DRAW_NUMBER", 1_500L)
                .with("DRAW_DATE", "2024-05-09")
                .with("PURCHASED_AT", "2024-05-06T17:08:09+10:00")
                .with("LINES", 2L)
                .with("PRICE_CENTS", 1_050L)
                .with("CURRENCY", "AUD")
                .with("STATUS", "PURCHASED");
    }

    public static Row recurring(String externalId, String customer, String paymentMethod) {
        return child("RECURRING_PURCHASES", externalId, customer)
                .with("KIND", "AUTOPLAY")
                .with("LOTTERY_KEY", "POWERBALL")
                .with("LINES", 2L)
                .with("PRICE_CENTS", 1_050L)
                .with("CURRENCY", "AUD")
                .with("STATUS", "ACTIVE")
                .with("FREQUENCY", "EVERY_DRAW")
                .with("START_DATE", "2024-01-01")
                .with("PAYMENT_METHOD_EXTERNAL_ID", paymentMethod);
    }

    public static Row preference(String externalId, String customer, String capturedAt, boolean optedIn) {
        return child("COMMUNICATION_PREFERENCES", externalId, customer)
                .with("CHANNEL", "EMAIL")
                .with("PURPOSE", "MARKETING")
                .with("OPTED_IN", optedIn)
                .with("CAPTURED_AT", capturedAt)
                .with("CAPTURE_SOURCE", "web");
    }

    public static Row gatewayMigration(String paymentMethod, String customer) {
        return child("CARD_GATEWAY_MIGRATION", paymentMethod, customer)
                .with("OLD_GATEWAY", "OLDPAY")
                .with("OLD_TOKEN", "tok-old")
                .with("NEW_GATEWAY", "NEWPAY")
                .with("NEW_TOKEN", "tok-new")
                .with("CARD_LAST4", "4242")
                .with("CARD_EXPIRY", "2031-12")
                .with("NETWORK_TRANSACTION_ID", "ntx-1");
    }

    private static Row child(String fileType, String externalId, String customer) {
        return of(fileType, externalId).with("CUSTOMER_EXTERNAL_ID", customer);
    }

    /** A row under construction; immutable. */
    public record Row(
            String tenant,
            long sequence,
            String fileType,
            String externalId,
            @Nullable String pbjCustomerId,
            Map<String, Object> desiredState) {

        public Row with(String column, @Nullable Object value) {
            Map<String, Object> cells = new LinkedHashMap<>(desiredState);
            cells.put(column, value);
            return new Row(tenant, sequence, fileType, externalId, pbjCustomerId, cells);
        }

        public Row without(String column) {
            Map<String, Object> cells = new LinkedHashMap<>(desiredState);
            cells.remove(column);
            return new Row(tenant, sequence, fileType, externalId, pbjCustomerId, cells);
        }

        public Row inTenant(String name) {
            return new Row(name, sequence, fileType, externalId, pbjCustomerId, desiredState);
        }

        public Row at(long newSequence) {
            return new Row(tenant, newSequence, fileType, externalId, pbjCustomerId, desiredState);
        }

        public Row of(@Nullable String newPbjCustomerId) {
            return new Row(tenant, sequence, fileType, externalId, newPbjCustomerId, desiredState);
        }

        public RowMessage message() {
            return message(1);
        }

        public RowMessage message(int row) {
            return new RowMessage(
                    RowMessage.VERSION,
                    tenant,
                    UPLOAD,
                    row,
                    1,
                    sequence,
                    fileType,
                    externalId,
                    pbjCustomerId,
                    desiredState);
        }
    }
}
