package com.qliento.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.qliento.problem.KeptText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads JSON bodies: every text, wherever it stands and names of values too, as it can be kept ({@link KeptText}), and no
 * list with a hole in it ({@code [null]}), which nothing that takes a list of something expects.
 */
@Component
class RequestJson extends SimpleModule {

    private static final long serialVersionUID = 1;

    RequestJson() {
        super("requests");
        addDeserializer(String.class, new Text());
        addKeyDeserializer(String.class, new Name());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        for (Class<?> many : List.of(List.class, Set.class, Collection.class)) {
            context.configOverride(many).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return KeptText.ofAny(StringDeserializer.instance.deserialize(parser, context));
        }
    }

    private static final class Name extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            return KeptText.of(name);
        }
    }
}
