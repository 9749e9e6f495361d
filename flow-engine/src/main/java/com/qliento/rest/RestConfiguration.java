package com.qliento.rest;

import com.qliento.door.Door;
import com.qliento.door.TreeRoom;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.Filter;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the REST interfaces' common parts in their places. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {

    static final String INTERFACES = "/api/v1/*";
    private static final String SCHEME = "apiKey";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(
            ApiKeys keys, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return onInterfaces(new FilterRegistrationBean<>(new ApiKeyFilter(keys, errors)), 10);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            Idempotency idempotency, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return onInterfaces(new FilterRegistrationBean<>(new IdempotencyFilter(idempotency, errors)), 20);
    }

    @Bean
    FilterRegistrationBean<HealthFilter> healthFilter(ApiKeys keys) {
        var registration = new FilterRegistrationBean<>(new HealthFilter(keys));
        registration.addUrlPatterns("/actuator/health", "/actuator/health/*");
        registration.setOrder(10);
        return registration;
    }

    /** A tree of many small parts needs thirty times its bytes. */
    @Bean
    static Jackson2ObjectMapperBuilderCustomizer boundedTrees() {
        return builder -> builder.postConfigurer(mapper -> mapper.getFactory()
                .setStreamReadConstraints(mapper.getFactory()
                        .streamReadConstraints()
                        .rebuild()
                        .maxTokenCount(TreeRoom.MOST_TOKENS)
                        .build()));
    }

    @Bean
    static Door programsDoor() {
        return new Door("/api/**", Door.Passage.PROGRAMS, Door.Bounds.PROGRAMS);
    }

    @Bean
    static Door healthDoor() {
        return new Door("/actuator/health/**", Door.Passage.PROGRAMS, Door.Bounds.SCREENS).byAnyHost();
    }

    @Bean
    UnknownPaths unknownPaths(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new UnknownPaths(errors);
    }

    private static <T extends Filter> FilterRegistrationBean<T> onInterfaces(
            FilterRegistrationBean<T> registration, int order) {
        registration.addUrlPatterns(INTERFACES);
        registration.setOrder(order);
        return registration;
    }

    @Bean
    OpenAPI openApi() {
        // Filled in from the API key, never asked for.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Qliento")
                                .version("v1")
                                .description(
                                        "Flows, conversations and messages of one organisation, the one the API key belongs"
                                                + " to. Problems are RFC 9457; lists have cursors; POST takes an Idempotency-Key."))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
