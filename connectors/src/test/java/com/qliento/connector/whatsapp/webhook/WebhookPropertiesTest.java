package com.qliento.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class WebhookPropertiesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<byte[]> BODIES = WebhookCorpus.bodiesOr(WebhookText.value(
            "'contacts':[{'wa_id':'1','profile':{'name':'A'}}],'messages':[{'from':'1','id':'w','type':'text','text':{'body':'x'}}],"
                    + "'statuses':[{'id':'w','status':'read','recipient_id':'1'}],'errors':[{'code':1}]"));
    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(7),
            NODES.numberNode(-1),
            NODES.numberNode(BigInteger.TEN.pow(60)),
            NODES.numberNode(new BigDecimal("1e999999")),
            NODES.numberNode(9_007_199_254_740_993L),
            NODES.textNode(""),
            NODES.textNode("\u0000"),
            NODES.textNode("\ud83d"),
            NODES.textNode("1e999999999"),
            NODES.textNode("9223372036854775807"),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.arrayNode().add(1).add("x").addNull().add(NODES.objectNode()),
            NODES.objectNode().put("id", "x").put("type", "text"));

    private static final List<String> NAMES = List.of(
            "from", "id", "type", "text", "body", "timestamp", "location", "latitude", "longitude", "errors", "code");
    private static final List<String> TEXTS = List.of(
            "1e99999999999",
            "-1E-99999999999",
            "1e-2147483648",
            "1e1001",
            "-0",
            "-0.0",
            "9".repeat(1_001),
            "1." + "0".repeat(1_001),
            "123456789012345678901234567890",
            "true",
            "null",
            "''",
            "'text'",
            "'location'",
            "'1e999999999'",
            "'99999999999999999999'",
            "'-1'",
            "'\\ud83d'",
            "'\\u0000\\u0007'",
            "'\\\\'");

    @Property(tries = 3000)
    void any_bytes_are_parsed_or_refused(@ForAll byte[] bytes) {
        parsedOrNull(bytes);
    }

    @Property(tries = 2000)
    void any_json_like_text_is_parsed_or_refused(@ForAll("jsonLike") String text) {
        parsedOrNull(WebhookText.bytes(text));
    }

    @Property(tries = 3000)
    void a_body_with_bytes_changed_is_parsed_or_refused(@ForAll("bodies") byte[] body, @ForAll Random random) {
        byte[] changed = Arrays.copyOf(body, random.nextInt(4) == 0 ? random.nextInt(body.length + 1) : body.length);
        for (int i = 0; i < 1 + random.nextInt(4) && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }

        parsedOrNull(changed);
    }

    @Property(tries = 6000)
    void with_any_value_replaced_or_removed_every_update_still_reads_and_stays_itself(
            @ForAll("bodies") byte[] body, @ForAll Random random) throws MalformedWebhook {
        JsonNode json = jsonOrSkip(body);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            mutate(json, random);
        }

        List<Update> updates = parsedOrNull(WebhookJson.write(json));

        if (updates != null) {
            for (Update update : updates) {
                assertThat(WebhookBody.parse(update.raw())).containsExactly(update);
            }
        }
    }

    @Property(tries = 3000)
    void whatever_stands_beside_it_a_good_message_is_read(@ForAll Random random) throws MalformedWebhook {
        String body = WebhookText.value("'messages':[" + any(random, 0)
                + ",{'from':'1','id':'good','type':'text','text':{'body':'x'},'extra':" + any(random, 0)
                + "}],'statuses':["
                + any(random, 0) + "]");

        List<Update> updates = WebhookBody.parse(WebhookText.bytes(body));

        assertThat(updates)
                .filteredOn(InboundMessage.class::isInstance)
                .extracting(update -> ((InboundMessage) update).messageId())
                .contains("good");
        for (Update update : updates) {
            assertThat(WebhookBody.parse(update.raw())).containsExactly(update);
        }
    }

    /** Any JSON value; single quotes stand for double ones. */
    private static String any(Random random, int depth) {
        if (depth > 5 || random.nextInt(3) == 0) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        var parts = new ArrayList<String>();
        boolean list = random.nextBoolean();
        for (int i = 0; i < random.nextInt(5); i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            parts.add((list ? "" : "'" + name + "':") + any(random, depth + 1));
        }
        String all = String.join(",", parts);
        int deep = random.nextInt(20) == 0 ? 100 : 1;
        return list ? "[".repeat(deep) + all + "]".repeat(deep) : "{" + all + "}";
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.of(BODIES);
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "'",
                        "null",
                        "1",
                        "-",
                        "e9",
                        "1e99999999999",
                        "-0.0e-99999999999",
                        "NaN",
                        "\u0001",
                        "'entry'",
                        "'id'",
                        "'changes'",
                        "'value'",
                        "'field'",
                        "'messages'",
                        "'statuses'",
                        "'metadata'",
                        "'phone_number_id'",
                        "\\",
                        "u",
                        "\ufeff",
                        " ",
                        "[{",
                        "}]",
                        "'x':")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    /** What a body reads as; null if refused. Any other exception fails the test. */
    private static @Nullable List<Update> parsedOrNull(byte[] bytes) {
        try {
            PhoneNumberIds.of(RawBody.of(bytes));
        } catch (MalformedWebhook refused) {
            // allowed, and parse is asked in any case
        }
        try {
            List<Update> updates = WebhookBody.parse(bytes);
            updates.forEach(update -> assertThat(update.raw()).isNotEmpty());
            return updates;
        } catch (MalformedWebhook refused) {
            return null;
        }
    }

    private static JsonNode jsonOrSkip(byte[] body) {
        try {
            return WebhookJson.read(body);
        } catch (MalformedWebhook broken) {
            return NODES.objectNode();
        }
    }

    private static void mutate(JsonNode json, Random random) {
        var containers = new ArrayList<JsonNode>();
        collect(json, containers);
        JsonNode target = containers.get(random.nextInt(containers.size()));
        JsonNode odd = ODD.get(random.nextInt(ODD.size())).deepCopy();
        if (target instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, odd);
                case 2 -> object.set("half \ud83d surrogate", odd);
                default -> object.set("extra", odd);
            }
        } else if (target instanceof ArrayNode array) {
            array.insert(
                    0,
                    random.nextBoolean() || array.isEmpty() ? odd : array.get(0).deepCopy());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
