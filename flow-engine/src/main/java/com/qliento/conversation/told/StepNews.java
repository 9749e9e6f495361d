package com.qliento.conversation.told;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningKind;
import com.qliento.inbox.Lane;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What others may want to hear of one step: flows that began and ended, answers. Cheap to note; told by whoever writes the step. */
public final class StepNews {

    /** How a flow ended. */
    public enum Ending {
        /** It came to its end. */
        FINISHED,
        /** Somebody or something ended it. */
        STOPPED,
        /** It could not go on. */
        FAILED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that happened.
     *
     * @param more what is told of it beside where it was
     * @param value what was said; null when nothing was
     */
    private record Noted(
            HappeningKind kind, List<String> more, @Nullable Object value) {

        @Override
        public String toString() {
            return "Noted[" + kind + "]";
        }
    }

    private final List<Noted> noted = new ArrayList<>(2);

    /** A flow began. */
    public void begun(@Nullable String flow) {
        note(HappeningKind.CONVERSATION_STARTED, null, "flow", flow);
    }

    /** The flow ended; where none runs, none does. */
    public void ended(@Nullable String flow, Ending how) {
        if (flow != null) {
            note(HappeningKind.CONVERSATION_ENDED, null, "flow", flow, "ending", how.word());
        }
    }

    /** The customer answered the question at this element; its name is empty when nothing keeps it. */
    public void answered(@Nullable String flow, String element, String name, @Nullable Object value) {
        note(HappeningKind.ANSWER_GIVEN, value, "flow", flow, "element", element, "name", name);
    }

    private void note(HappeningKind kind, @Nullable Object value, @Nullable String... more) {
        var known = new ArrayList<String>(more.length);
        for (int i = 0; i < more.length; i += 2) {
            var name = more[i];
            var text = more[i + 1];
            if (name != null && text != null && !text.isEmpty()) {
                known.add(name);
                known.add(text);
            }
        }
        noted.add(new Noted(kind, known, value));
    }

    /** All of it in its order, as it is told. */
    public List<Happening> all(Lane lane, UUID conversation, Instant at) {
        return noted.stream()
                .map(one -> new Happening(
                        one.kind(), lane.organisation(), lane.contact(), at, facts(lane, conversation, one), said(one)))
                .toList();
    }

    /** Of which kinds there is something to tell. */
    public Set<HappeningKind> kinds() {
        var kinds = EnumSet.noneOf(HappeningKind.class);
        noted.forEach(one -> kinds.add(one.kind()));
        return kinds;
    }

    /** Whether there is nothing to tell. */
    public boolean none() {
        return noted.isEmpty();
    }

    private static ObjectNode facts(Lane lane, UUID conversation, Noted one) {
        var facts = JsonNodeFactory.instance
                .objectNode()
                .put("conversation", conversation.toString())
                .put("contact", lane.contact().toString())
                .put("channel", lane.channel().toString());
        for (int i = 0; i < one.more().size(); i += 2) {
            facts.put(one.more().get(i), one.more().get(i + 1));
        }
        return facts;
    }

    private static Supplier<ObjectNode> said(Noted one) {
        return () -> {
            var content = JsonNodeFactory.instance.objectNode();
            var value = one.value();
            if (value instanceof BigDecimal number) {
                content.put("value", number);
            } else if (value instanceof Boolean decided) {
                content.put("value", decided);
            } else if (value != null) {
                content.put("value", value.toString());
            }
            return content;
        };
    }
}
