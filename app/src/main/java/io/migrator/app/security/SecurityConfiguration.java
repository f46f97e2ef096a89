package io.migrator.app.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts together how a request is authenticated and what it may do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    private static final String PAGE = "/";
    private static final int NO_CONTENT = 204;
    private static final String CONTENT_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /** For names and passwords alone: tokens have a manager of their own, so that neither tries the other's credentials. */
    @Bean
    AuthenticationManager passwords(SecuritySettings settings, Clock clock) {
        RememberedPasswords remembered = new RememberedPasswords(settings.rememberCredentialsFor(), clock);
        return new ProviderManager(new PasswordCheck(new ConfiguredUsers(settings), remembered));
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            AuthenticationManager passwords,
            SecuritySettings settings,
            SecurityProblems problems,
            ObjectProvider<JwtDecoder> tokens,
            ObjectProvider<ClientRegistrationRepository> providers) {
        // The manager of passwords is asked where nobody else knows the kind of credentials.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(passwords);
        http.authorizeHttpRequests(SecurityConfiguration::allow)
                .csrf(SecurityConfiguration::guardSessions)
                .headers(SecurityConfiguration::harden)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .formLogin(form -> form.loginPage(PAGE)
                        .loginProcessingUrl(SecurityProblems.LOGIN)
                        .successHandler((request, response, who) -> response.setStatus(NO_CONTENT))
                        .failureHandler(problems))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .logout(logout ->
                        logout.logoutSuccessHandler((request, response, who) -> response.setStatus(NO_CONTENT)))
                // A request without credentials leaves no session behind.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new TenantLogFilter(), AuthorizationFilter.class);
        tokens.ifAvailable(decoder -> acceptTokens(http, decoder, settings.jwt(), problems));
        providers.ifAvailable(found -> http.oauth2Login(redirected(found, settings)::configure));
        return http.build();
    }

    @Bean
    SignInController.SignInWays signInWays(
            SecuritySettings settings, ObjectProvider<ClientRegistrationRepository> providers) {
        return new SignInController.SignInWays(
                !settings.users().isEmpty(),
                providers.stream()
                        .flatMap(found -> redirected(found, settings).providers().stream())
                        .toList());
    }

    private static RedirectedSignIn redirected(ClientRegistrationRepository providers, SecuritySettings settings) {
        return new RedirectedSignIn(providers, new TenantClaims(settings.jwt()));
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // A streamed or failed answer is a second dispatch of a request that was let in already.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll();
        AccessRule.PUBLIC.forEach(
                path -> requests.requestMatchers(HttpMethod.GET, path).permitAll());
        for (AccessRule rule : AccessRule.ALL) {
            allow(requests, rule.method(), rule);
            if (rule.method() == HttpMethod.GET) {
                allow(requests, HttpMethod.HEAD, rule);
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            HttpMethod method,
            AccessRule rule) {
        AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl path =
                requests.requestMatchers(method, rule.path());
        if (rule.anyOf().isEmpty()) {
            path.authenticated();
        } else {
            path.hasAnyAuthority(rule.authorityNames());
        }
    }

    private static void guardSessions(CsrfConfigurer<HttpSecurity> csrf) {
        OwnCredentials ownCredentials = new OwnCredentials();
        csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                .csrfTokenRequestHandler(new BrowserCsrfTokens(ownCredentials))
                .ignoringRequestMatchers(ownCredentials);
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static void acceptTokens(
            HttpSecurity http, JwtDecoder decoder, SecuritySettings.Jwt settings, SecurityProblems problems) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(new TenantTokenReader(new TenantClaims(settings))::convert);
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.authenticationManager(new ProviderManager(provider))));
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
