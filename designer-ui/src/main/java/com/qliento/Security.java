package com.qliento;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.qliento.account.Accounts;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Which doors there are. Machines' doors check what they are given themselves: a webhook its signature, the REST
 * interface its API key. People's door is the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String SIGN_IN = "/sign-in";

    private static final String[] OPEN_TO_MACHINES = {"/api/**", "/actuator/health/**", "/actuator/prometheus", "/error"
    };

    @Bean
    @Order(1)
    SecurityFilterChain machinesDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**", "/error")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> guard(headers).frameOptions(frames -> frames.sameOrigin()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_MACHINES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** The simulator asks itself who may come in, and is told here whether it is somebody who is signed in. */
    @Bean
    @Order(2)
    SecurityFilterChain simulatorsDoor(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher("/simulator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> guard(headers).frameOptions(frames -> frames.sameOrigin()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new AccountWatch(accounts), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain peoplesDoor(
            HttpSecurity http, VaadinDefaultRequestCache afterwards, RequestUtil vaadins, Accounts accounts)
            throws Exception {
        afterwards.setDelegateRequestCache(pagesOnly());
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/icons/**").permitAll())
                .headers(Security::guard)
                // Vaadin's messages carry a token of their own; its default would let the sign-in form pass without
                // one,
                // and another site sign people in to an account that is not theirs.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> !StaleSignIn.isFor(SIGN_IN, request) && vaadins.isFrameworkInternalRequest(request)))
                .with(vaadin(), vaadin -> vaadin.loginView(SIGN_IN).enableCsrfConfiguration(false))
                .addFilterBefore(new StaleSignIn(SIGN_IN), CsrfFilter.class)
                .addFilterBefore(new AccountWatch(accounts), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** What every answer says to browsers; a page says more of its own, see {@link PagePolicy}. */
    private static HeadersConfigurer<HttpSecurity> guard(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.NOTHING))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /** Who signs in comes to the page they asked for, and never to a picture or a style that was asked for with it. */
    private static HttpSessionRequestCache pagesOnly() {
        var pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(pages);
        return cache;
    }

    /** Webhooks come by the thousand and carry their own proof; a chain of sign-in filters has nothing to do there. */
    @Bean
    WebSecurityCustomizer webhooks() {
        return web -> web.ignoring().requestMatchers("/webhooks/**");
    }
}
