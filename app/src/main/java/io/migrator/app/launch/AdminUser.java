package io.migrator.app.launch;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The first user: {@code admin} of tenant {@code default}, with every authority. Its password is made at the first start and
 * kept in a file; users that are configured come beside it, and one that is called {@code admin} comes instead of it.
 */
final class AdminUser {

    static final String NAME = "admin";
    static final String PASSWORD_FILE = "admin-password";

    private static final String USERS = "migrator.security.users";
    private static final List<String> AUTHORITIES = List.of("MIGRATOR_ADMIN", "MIGRATOR_AUDITOR", "MIGRATOR_OPS");

    private final String password;
    private final boolean isNew;

    private AdminUser(String password, boolean isNew) {
        this.password = password;
        this.isNew = isNew;
    }

    /** Adds the user to what is configured; empty when one of that name is configured already. */
    static Optional<AdminUser> addTo(ConfigurableEnvironment environment, DataDirectory directory) {
        List<Map<String, Object>> configured = configured(environment);
        if (configured.stream().anyMatch(user -> NAME.equals(String.valueOf(user.get("name"))))) {
            return Optional.empty();
        }
        AdminUser admin = in(directory);
        // A list comes from one property source as a whole, so the configured users are repeated beside the new one.
        Map<String, Object> properties = new LinkedHashMap<>();
        int index = 0;
        for (Map<String, Object> user : configured) {
            flatten(USERS + "[" + index++ + "]", user, properties);
        }
        flatten(USERS + "[" + index + "]", admin.asProperties(), properties);
        environment.getPropertySources().addFirst(new MapPropertySource("admin user", properties));
        return Optional.of(admin);
    }

    private static List<Map<String, Object>> configured(ConfigurableEnvironment environment) {
        Bindable<List<Map<String, Object>>> users =
                Bindable.of(org.springframework.core.ResolvableType.forClassWithGenerics(
                        List.class,
                        org.springframework.core.ResolvableType.forClassWithGenerics(
                                Map.class, String.class, Object.class)));
        return Binder.get(environment).bind(USERS, users).orElseGet(List::of);
    }

    private static void flatten(String prefix, Object value, Map<String, Object> properties) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                String name = String.valueOf(key);
                // maps bound from indexed properties carry the index as key
                String separator = name.matches("\\d+") ? "[" + name + "]" : "." + name;
                flatten(prefix + separator, inner, properties);
            });
        } else if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list);
            for (int i = 0; i < elements.size(); i++) {
                flatten(prefix + "[" + i + "]", elements.get(i), properties);
            }
        } else {
            properties.put(prefix, value);
        }
    }

    private static AdminUser in(DataDirectory directory) {
        return directory
                .read(PASSWORD_FILE)
                .map(known -> new AdminUser(known, false))
                .orElseGet(() -> {
                    byte[] random = new byte[15];
                    new SecureRandom().nextBytes(random);
                    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                    directory.write(PASSWORD_FILE, made);
                    return new AdminUser(made, true);
                });
    }

    private Map<String, Object> asProperties() {
        String encoded = "{bcrypt}" + new BCryptPasswordEncoder().encode(password);
        return Map.of("name", NAME, "password", encoded, "tenant", "default", "authorities", AUTHORITIES);
    }

    String password() {
        return password;
    }

    /** Whether this start made the password. */
    boolean isNew() {
        return isNew;
    }
}
