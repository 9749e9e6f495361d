package com.qliento;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Which doors there are: machines' doors check what they are given themselves (a webhook its signature, the REST
 * interface its API key); whatever is not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String[] MACHINES = {
        "/api/**", "/actuator/health/**", "/actuator/prometheus", "/simulator/**", "/error", "/"
    };

    @Bean
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(MACHINES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Webhooks come by the thousand and carry their own proof; a chain of sign-in filters has nothing to do there. */
    @Bean
    WebSecurityCustomizer webhooks() {
        return web -> web.ignoring().requestMatchers("/webhooks/**");
    }

    /** Nobody signs in with a password yet; without this bean Spring Boot would invent a user and print its password. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("nobody signs in here");
        };
    }
}
