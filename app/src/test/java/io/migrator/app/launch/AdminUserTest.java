package io.migrator.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AdminUserTest {

    @TempDir
    Path parent;

    private final MockEnvironment environment = new MockEnvironment();

    /** As the service's own settings read a user. */
    record User(String name, String password, String tenant, List<String> authorities) {}

    @Test
    void the_password_is_made_once_and_kept_for_its_owner_only() throws Exception {
        AdminUser first = add();
        AdminUser second = add(new MockEnvironment());

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.password()).isEqualTo(first.password()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Files.getPosixFilePermissions(parent.resolve("admin-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_service_gets_the_password_encoded() {
        AdminUser admin = add();

        User user = users().get(0);
        assertThat(user.name()).isEqualTo("admin");
        assertThat(user.tenant()).isEqualTo("default");
        assertThat(user.authorities()).containsExactlyInAnyOrder("MIGRATOR_ADMIN", "MIGRATOR_AUDITOR", "MIGRATOR_OPS");
        assertThat(user.password()).startsWith("{bcrypt}").doesNotContain(admin.password());
        assertThat(new BCryptPasswordEncoder()
                        .matches(admin.password(), user.password().substring("{bcrypt}".length())))
                .isTrue();
    }

    @Test
    void configured_users_stay_beside_it() {
        environment.setProperty("migrator.security.users[0].name", "zoe");
        environment.setProperty("migrator.security.users[0].password", "{bcrypt}x");
        environment.setProperty("migrator.security.users[0].tenant", "acme");
        environment.setProperty("migrator.security.users[0].authorities[0]", "MIGRATOR_ADMIN");
        environment.setProperty("migrator.security.users[0].authorities[1]", "MIGRATOR_OPS");
        environment.setProperty("migrator.security.users[1].name", "ann");
        environment.setProperty("migrator.security.users[1].password", "{bcrypt}y");
        environment.setProperty("migrator.security.users[1].tenant", "acme");
        environment.setProperty("migrator.security.users[1].authorities", "MIGRATOR_AUDITOR");

        add();

        assertThat(users().subList(0, 2))
                .containsExactly(
                        new User("zoe", "{bcrypt}x", "acme", List.of("MIGRATOR_ADMIN", "MIGRATOR_OPS")),
                        new User("ann", "{bcrypt}y", "acme", List.of("MIGRATOR_AUDITOR")));
        assertThat(users()).extracting(User::name).containsExactly("zoe", "ann", "admin");
    }

    @Test
    void users_may_come_from_environment_variables() {
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "MIGRATOR_SECURITY_USERS_0_NAME", "zoe",
                                "MIGRATOR_SECURITY_USERS_0_PASSWORD", "{bcrypt}x",
                                "MIGRATOR_SECURITY_USERS_0_TENANT", "acme",
                                "MIGRATOR_SECURITY_USERS_0_AUTHORITIES", "MIGRATOR_ADMIN,MIGRATOR_OPS")));

        add();

        assertThat(users().get(0))
                .isEqualTo(new User("zoe", "{bcrypt}x", "acme", List.of("MIGRATOR_ADMIN", "MIGRATOR_OPS")));
        assertThat(users()).extracting(User::name).containsExactly("zoe", "admin");
    }

    @Test
    void a_configured_admin_comes_instead_of_it() {
        environment.setProperty("migrator.security.users[0].name", "admin");
        environment.setProperty("migrator.security.users[0].password", "{bcrypt}x");
        ConfigurationPropertySources.attach(environment);

        try (DataDirectory directory = DataDirectory.open(parent)) {
            assertThat(AdminUser.addTo(environment, directory)).isEmpty();
        }
        assertThat(parent.resolve("admin-password")).doesNotExist();
    }

    private AdminUser add() {
        return add(environment);
    }

    private AdminUser add(MockEnvironment target) {
        ConfigurationPropertySources.attach(target);
        try (DataDirectory directory = DataDirectory.open(parent)) {
            return AdminUser.addTo(target, directory).orElseThrow();
        }
    }

    private List<User> users() {
        return Binder.get(environment)
                .bind("migrator.security.users", Bindable.listOf(User.class))
                .get();
    }
}
