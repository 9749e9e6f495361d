package com.qliento.conversation.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.block.Names;
import com.qliento.conversation.limit.LimitReached;
import com.qliento.rules.feel.KeptValue;
import com.qliento.vault.KeyDestroyed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of one conversation: sealed in its row, each opened when it is asked for. */
public final class Answers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Stands before the JSON of {@link KeptValue}, and before no other: without it a value is of the form of before. */
    private static final byte TYPED = 1;

    /** Bytes of one answer: room for every value an expression may come to, in any alphabet. */
    private static final int LARGEST = 250_000;

    /** Bytes of all answers of a conversation, sealed. */
    private static final int ROOM = 500_000;

    private final AnswerLock lock;
    private final Map<String, SealedAnswer> sealed;
    private final Map<String, Object> opened = new HashMap<>();
    private boolean changed;

    /** Of what lies there, closed up by this lock. */
    public Answers(AnswerLock lock, Map<String, SealedAnswer> sealed) {
        this.lock = lock;
        this.sealed = new LinkedHashMap<>(sealed);
    }

    /** Whether there is an answer of this name, erased or not. */
    public boolean has(String name) {
        return sealed.containsKey(name);
    }

    /** The answer of this name; null when there is none, or when its key is destroyed. */
    @Nullable
    public Object get(String name) {
        var known = opened.get(name);
        if (known != null) {
            return known;
        }
        var answer = sealed.get(name);
        if (answer == null) {
            return null;
        }
        try {
            var value = value(lock.open(name, answer.value()));
            if (value != null) {
                opened.put(name, value);
            }
            return value;
        } catch (KeyDestroyed erased) {
            return null;
        } catch (IOException notOurs) {
            throw new IllegalStateException("answer is not readable", notOurs);
        }
    }

    /** Keeps a value, replacing what was there; null removes it. Throws {@link LimitReached} when there is no room for it. */
    public void put(String name, @Nullable Object value, String flow, String element) {
        changed = true;
        opened.remove(name);
        if (value == null) {
            sealed.remove(name);
            return;
        }
        byte[] json = json(value);
        requireRoom(name, json.length);
        sealed.put(name, new SealedAnswer(lock.close(name, json), flow, element));
        opened.put(name, value);
    }

    /** Keeps what the customer wrote and tapped last, under names that no flow can keep; null where it is nothing any more. */
    public void words(@Nullable String text, @Nullable String choice, String flow) {
        if (text != null || has(Names.ANSWER)) {
            put(Names.ANSWER, text, flow, "");
        }
        if (choice != null || has(Names.CHOICE)) {
            put(Names.CHOICE, choice, flow, "");
        }
    }

    private void requireRoom(String name, int more) {
        if (more > LARGEST) {
            throw new LimitReached("the value of '" + name + "' has more than " + LARGEST
                    + " bytes, the most that one may have. Keep less under this name.");
        }
        long all = more;
        for (var answer : sealed.entrySet()) {
            all += answer.getKey().equals(name) ? 0 : answer.getValue().value().length();
        }
        if (all > ROOM) {
            throw new LimitReached("no room for the value of '" + name + "': all that a conversation keeps has " + ROOM
                    + " bytes at most, as it lies sealed. Keep less, or under fewer names.");
        }
    }

    private static @Nullable Object value(byte[] kept) throws IOException {
        boolean typed = kept.length > 0 && kept[0] == TYPED;
        return typed
                ? KeptValue.read(JSON.readValue(kept, 1, kept.length - 1, Object.class))
                : KeptValue.ofUntyped(JSON.readValue(kept, Object.class));
    }

    private static byte[] json(Object value) {
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.write(TYPED);
            bytes.writeBytes(JSON.writeValueAsBytes(KeptValue.written(value)));
            return bytes.toByteArray();
        } catch (JsonProcessingException unsupported) {
            throw new IllegalStateException("a value of this kind can't be kept", unsupported);
        }
    }

    /** Forgets all. */
    public void clear() {
        changed |= !sealed.isEmpty();
        sealed.clear();
        opened.clear();
    }

    /** Whether there is anything to save. */
    public boolean changed() {
        return changed;
    }

    /** What is to lie there from now on. */
    public Map<String, SealedAnswer> sealed() {
        return sealed;
    }
}
