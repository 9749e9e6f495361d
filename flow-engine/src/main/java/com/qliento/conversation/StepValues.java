package com.qliento.conversation;

import com.qliento.block.Names;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.customer.Correspondent;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression of a flow can name: the message, the contact, the time, and the flow's answers. */
final class StepValues extends AbstractMap<String, Object> {

    private final Step step;
    private final Answers answers;
    private final Correspondent customer;

    StepValues(Step step, Answers answers, Correspondent customer) {
        this.step = step;
        this.answers = answers;
        this.customer = customer;
    }

    @Override
    public @Nullable Object get(Object key) {
        return switch (String.valueOf(key)) {
            case Names.ANSWER -> step.text();
            case Names.CHOICE -> step.choice();
            case Names.CONTACT -> contact();
            case Names.NOW, Names.TODAY -> step.clock().byName().get(String.valueOf(key));
            default -> answers.get(String.valueOf(key));
        };
    }

    private Map<String, Object> contact() {
        var person = customer.person();
        var contact = new HashMap<String, Object>();
        if (person.name() != null) {
            contact.put("name", person.name());
        }
        if (person.phone() != null) {
            contact.put("phone", person.phone());
        }
        if (person.language() != null) {
            contact.put("language", person.language());
        }
        return contact;
    }

    @Override
    public boolean containsKey(Object key) {
        var name = String.valueOf(key);
        return Names.BUILT_IN.contains(name) || answers.has(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        var names = new HashSet<>(answers.sealed().keySet());
        names.addAll(Names.BUILT_IN);
        var entries = new HashSet<Entry<String, Object>>();
        for (var name : names) {
            var value = get(name);
            if (value != null) {
                entries.add(new SimpleEntry<>(name, value));
            }
        }
        return entries;
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "StepValues";
    }
}
