package io.migrator.app.security;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The users of the configuration, by name. Names compare exactly. */
final class ConfiguredUsers implements UserDetailsService {

    private final Map<String, SecuritySettings.User> users;

    ConfiguredUsers(SecuritySettings settings) {
        this.users = settings.users().stream()
                .collect(Collectors.toUnmodifiableMap(user -> String.valueOf(user.name()), Function.identity()));
    }

    @Override
    public ConfiguredUser loadUserByUsername(String username) {
        SecuritySettings.User user = users.get(username);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return ConfiguredUser.of(user);
    }
}
