package io.migrator.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecuritySettingsTest {

    private static final String BCRYPT = "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Bound.class)
            .withPropertyValues(
                    "migrator.security.users[0].name=ada",
                    "migrator.security.users[0].password=" + BCRYPT,
                    "migrator.security.users[0].tenant=acme",
                    "migrator.security.users[0].authorities=MIGRATOR_ADMIN,MIGRATOR_AUDITOR");

    @Test
    void aCompleteUserIsAccepted() {
        runner.run(context -> assertThat(context.getBean(SecuritySettings.class).users())
                .singleElement()
                .satisfies(user -> assertThat(user.authorities()).containsExactly("MIGRATOR_ADMIN", "MIGRATOR_AUDITOR"))
                .asString()
                .doesNotContain("bcrypt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "users[0].tenant=; a tenant is 1 to 64",
                "users[0].tenant=a:b; a tenant is 1 to 64",
                "users[0].name=; a user has no name",
                "users[0].password=plain; the password must be encoded",
                "users[0].password={bcrypt}plain; the password must be encoded",
                "users[0].password={md5}x; the password must be encoded",
                "users[0].authorities=ROOT; there is no authority 'ROOT'",
                "remember-credentials-for=-1s; must not be negative",
            })
    void whatCannotBeMeantIsRefusedWithASentence(String property, String sentence) {
        runner.withPropertyValues("migrator.security." + property).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("plain"));
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        runner.withPropertyValues(
                        "migrator.security.users[1].name=ada",
                        "migrator.security.users[1].password={noop}x",
                        "migrator.security.users[1].tenant=other")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("'ada' is given to two users"));
    }

    @EnableConfigurationProperties(SecuritySettings.class)
    static class Bound {}
}
