package com.qliento;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

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
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Which doors there are. Machines' doors check what they are given themselves: a webhook its signature, the REST
 * interface its API key. People's door is the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String[] OPEN_TO_MACHINES = {
        "/api/**", "/actuator/health/**", "/actuator/prometheus", "/simulator/**", "/error"
    };

    /**
     * What a page may load, and from where: nothing but Qliento's own, in no frame of others. Vaadin's client needs inline
     * scripts and evaluation, so these stay allowed; what a file says is never made into markup in the first place.
     */
    private static final String OWN_THINGS_ONLY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-src 'self'",
            "frame-ancestors 'self'");

    @Bean
    @Order(1)
    SecurityFilterChain machinesDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**", "/simulator/**", "/error")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_MACHINES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peoplesDoor(HttpSecurity http, VaadinDefaultRequestCache afterwards) throws Exception {
        afterwards.setDelegateRequestCache(pagesOnly());
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/icons/**").permitAll())
                .with(vaadin(), vaadin -> vaadin.loginView("/sign-in"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_THINGS_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
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
