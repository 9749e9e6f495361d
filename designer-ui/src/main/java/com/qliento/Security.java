package com.qliento;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.qliento.account.Account;
import com.qliento.account.Accounts;
import com.qliento.account.SignIns;
import com.qliento.door.Door;
import com.qliento.door.Door.Bounds;
import com.qliento.door.Door.Passage;
import com.qliento.door.Doors;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import java.util.Set;
import java.util.stream.Stream;
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
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Collects the doors that features declare, and puts them in order. Doors for programs check what they are given
 * themselves: a webhook its signature, the REST interface its API key. People's door is the sign-in page. What nobody
 * declared is open to nobody who is not signed in.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String SIGN_IN = "/sign-in";

    private final Doors doors;

    Security(Doors doors) {
        this.doors = doors;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machinesDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(grounds(Passage.PROGRAMS))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> guard(headers).frameOptions(frames -> frames.sameOrigin()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(doors.paths(Passage.PROGRAMS))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Features that ask themselves who may come in are told here whether it is somebody who is signed in. */
    @Bean
    @Order(2)
    SecurityFilterChain doorsThatAsk(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher(grounds(Passage.ASKED_THERE))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> guard(headers).frameOptions(frames -> frames.sameOrigin()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new AccountWatch(accounts, doors), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain peoplesDoor(
            HttpSecurity http,
            VaadinDefaultRequestCache afterwards,
            RequestUtil vaadins,
            Accounts accounts,
            SignIns signIns)
            throws Exception {
        afterwards.setDelegateRequestCache(pagesOnly());
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(doors.paths(Passage.EVERYBODY)).permitAll())
                .headers(Security::guard)
                // Vaadin's messages carry a token of their own; its default would let the sign-in form pass without
                // one,
                // and another site sign people in to an account that is not theirs.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> !StaleSignIn.isFor(SIGN_IN, request) && vaadins.isFrameworkInternalRequest(request)))
                .logout(leaving -> leaving.addLogoutHandler((request, answer, who) -> {
                    if (who != null && who.getPrincipal() instanceof Account account) {
                        signIns.over(account.id());
                    }
                }))
                .with(vaadin(), vaadin -> vaadin.loginView(SIGN_IN).enableCsrfConfiguration(false))
                .addFilterBefore(new StaleSignIn(SIGN_IN), CsrfFilter.class)
                .addFilterBefore(new AccountWatch(accounts, doors), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Where such a door could lie; nowhere when nobody declares any. */
    private RequestMatcher grounds(Passage passage) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var all = Stream.of(doors.grounds(passage)).map(paths::matcher).toList();
        return request -> all.stream().anyMatch(ground -> ground.matches(request));
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

    /** Pictures of the pages, alike for all. */
    @Bean
    static Door iconsDoor() {
        return new Door("/icons/**", Passage.EVERYBODY, Bounds.SCREENS);
    }

    /** The screens' own scripts; who may see which page is asked by the pages. */
    @Bean
    static Door scriptsDoor() {
        return new Door("/VAADIN/build/**", Passage.EVERYBODY, Bounds.SCREENS);
    }

    /** What people upload; with a query it is a screen's message and no file. */
    @Bean
    static Door uploadsDoor() {
        return new Door("/VAADIN/dynamic/**", Passage.SIGNED_IN, new Bounds(Bounds.FILES.most(), true));
    }

    @Bean
    static Door figuresDoor() {
        return new Door("/actuator/prometheus", Passage.PROGRAMS, Bounds.SCREENS).byAnyHost();
    }

    /** Where the web server says what it refused itself. */
    @Bean
    static Door errorsDoor() {
        return new Door("/error", Passage.PROGRAMS, Bounds.SCREENS);
    }

    /** Webhooks come by the thousand and carry their own proof; a chain of sign-in filters has nothing to do there. */
    @Bean
    WebSecurityCustomizer doorsWithProof() {
        return web -> web.ignoring().requestMatchers(doors.paths(Passage.PROOF_FIRST));
    }
}
