package com.qliento.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A name that two types have says of neither what it is: who reads it has to look at the import. */
final class NameOfItsOwn extends ArchCondition<JavaClass> {

    private Map<String, List<JavaClass>> named = Map.of();

    NameOfItsOwn() {
        super("have a name that no other of them has");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        named = all.stream().collect(Collectors.groupingBy(JavaClass::getSimpleName));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        named.getOrDefault(type.getSimpleName(), List.of()).stream()
                .filter(other -> !other.equals(type))
                .forEach(other -> events.add(SimpleConditionEvent.violated(
                        type, type.getFullName() + " has the name of " + other.getFullName())));
    }
}
