package io.migrator.crm.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @Test
    void everyDayOfFourCenturiesIsRead() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertThat(WrittenTime.date(day.toString())).isEqualTo(day);
        }
    }

    @Test
    void everySecondOfADayAndEveryMonthIsRead() {
        Instant start = Instant.parse("2024-02-29T00:00:00Z");
        for (int second = 0; second < 24 * 60 * 60; second++) {
            Instant moment = start.plusSeconds(second + 30L * 24 * 60 * 60 * (second % 500));
            assertThat(WrittenTime.moment(moment.toString())).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06T07:08:09.1234567Z, 2024-05-06T07:08:09.123456Z",
        "2024-05-06T07:08Z, 2024-05-06T07:08:00Z",
        "2024-05-06T07:08:09+10:00, 2024-05-05T21:08:09Z",
        "2024-05-06T07:08+10:00, 2024-05-05T21:08:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
    })
    void otherWaysToWriteAMomentAreRead(String text, Instant moment) {
        assertThat(WrittenTime.moment(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "0000-01-01",
                "2024/01/01",
                "2024-1-011",
                "20240-1-01",
                "-024-01-01",
                "2024-01-0a",
                "٢٠٢٤-01-01",
                "+12345-01-01",
            })
    void whatIsNoDayIsNone(String text) {
        assertThat(WrittenTime.date(text)).isNull();
        assertThat(WrittenTime.moment(text + "T00:00:00Z")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-05-06T24:00:00Z",
                "2024-05-06T23:60:00Z",
                "2024-05-06T23:59:60Z",
                "2024-05-06 23:59:59Z",
                "2024-05-06T23:59:59",
                "2024-05-06T23:59:590",
                "2024-05-06T23.59:59Z",
                "2024-05-06T2a:59:59Z",
                "0001-01-01T00:00:00+10:00",
                "9999-12-31T23:00:00-10:00",
                "+99999-01-01T00:00Z",
            })
    void whatIsNoMomentIsNone(String text) {
        assertThat(WrittenTime.moment(text)).isNull();
    }
}
