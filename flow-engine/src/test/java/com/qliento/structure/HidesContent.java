package com.qliento.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * A record that keeps content itself writes its own text. Content is told by its type (JSON, bytes) or, for a text, by
 * its name: that finds what is called by its name, and nothing else. What a component of another record holds is that
 * record's affair.
 */
final class HidesContent extends ArchCondition<JavaClass> {

    private static final Set<String> NAMES = Set.of(
            "accessToken",
            "answer",
            "appSecret",
            "body",
            "caption",
            "displayName",
            "json",
            "number",
            "parentUserId",
            "password",
            "phone",
            "recipient",
            "secret",
            "text",
            "title",
            "token",
            "userId",
            "username",
            "waId",
            "wamid");

    HidesContent() {
        super("write a text of their own when they keep content");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var content = type.getFields().stream().filter(HidesContent::content).toList();
        if (!content.isEmpty() && type.getMethod("toString").getModifiers().contains(JavaModifier.FINAL)) {
            content.forEach(field -> events.add(
                    SimpleConditionEvent.violated(field, field.getFullName() + " is shown by the record's toString")));
        }
    }

    /** Only javac makes a record's toString final, so that modifier tells which records have none of their own. */
    private static boolean content(JavaField field) {
        if (field.getModifiers().contains(JavaModifier.STATIC)) {
            return false;
        }
        var type = field.getRawType();
        return type.isEquivalentTo(byte[].class)
                || type.isAssignableTo(JsonNode.class)
                || (type.isEquivalentTo(String.class) && NAMES.contains(field.getName()));
    }
}
