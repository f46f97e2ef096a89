package io.migrator.app.security;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a person who is not signed in yet how to: by name and password, or at an identity provider. */
@RestController
class SignInController {

    private final SignInWays ways;

    SignInController(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping("/api/v1/sign-in")
    SignInWays ways() {
        return ways;
    }

    /**
     * The ways to sign in.
     *
     * @param password whether there are users with passwords
     * @param providers identity providers, in the order of their names
     */
    record SignInWays(boolean password, List<Provider> providers) {

        SignInWays {
            providers = List.copyOf(providers);
        }
    }

    /**
     * An identity provider.
     *
     * @param name as people know it
     * @param url where a browser goes to sign in there; it comes back signed in
     */
    record Provider(String name, String url) {}
}
