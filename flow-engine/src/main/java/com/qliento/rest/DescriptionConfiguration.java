package com.qliento.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description at {@code /api/openapi.json}: made of the code, and of what it can't show. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    private static final String FILE = "operations.yaml";

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames(told().path("schemas")))
                .openapi31(mappers.isOpenapi31());
    }

    @Bean
    RecordSchemas recordSchemas(ObjectMapper json) {
        return new RecordSchemas(json);
    }

    @Bean
    OpenApiCustomizer describedOperations() {
        return new DescribedOperations(told().path("operations"));
    }

    private static JsonNode told() {
        try (var file = Objects.requireNonNull(DescriptionConfiguration.class.getResourceAsStream(FILE))) {
            return new YAMLMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
