package com.qliento.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a record's fields which are always there: all that can't be null, for null is left out of answers. */
final class RecordSchemas implements ModelConverter {

    private final ObjectMapper json;

    RecordSchemas(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        var raw = json.constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            Schema<?> whole = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(RefUtils.extractSimpleName(schema.get$ref()).getLeft());
            if (whole != null && whole.getProperties() != null) {
                whole.setRequired(required(raw).stream()
                        .filter(whole.getProperties()::containsKey)
                        .toList());
            }
        }
        return schema;
    }

    private static List<String> required(Class<?> type) {
        boolean leavesOut = type.isAnnotationPresent(JsonInclude.class);
        return Arrays.stream(type.getRecordComponents())
                .filter(one -> !one.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(one -> !leavesOut || one.getType().isEnum())
                .map(RecordComponent::getName)
                .toList();
    }
}
