package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a source is, for messages: a password may hold every character. */
class ConnectionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://ann:p/ss@host/db, mongodb://host/db",
        "mongodb://ann:p@ss@host/db?x=1, mongodb://host/db",
        "mongodb://ann:p?ss@host/db, mongodb://host/db",
        "jdbc:oracle:thin:scott/tiger@//host/service, jdbc:oracle:thin:host/service",
        "jdbc:postgresql://host:5432/db?user=a&password=b, jdbc:postgresql://host:5432/db",
        "jdbc:sqlserver://host;databaseName=crm;password=b, jdbc:sqlserver://host",
        "jdbc:sqlite:sample/crm.db, jdbc:sqlite:sample/crm.db",
    })
    void noPasswordIsPartOfThePlace(String url, String place) {
        assertThat(ConnectionSettings.place(url)).isEqualTo(place);
    }
}
