package io.migrator.exporter.store;

/**
 * A row that did not get through.
 *
 * @param externalId or what is known of it
 * @param column empty when it concerns none
 * @param message what to do; never the value
 */
public record RefusedRow(String externalId, By by, String column, String code, String message) {

    /** Who has refused it. */
    public enum By {
        MAPPING,
        SERVICE,
        TARGET
    }
}
