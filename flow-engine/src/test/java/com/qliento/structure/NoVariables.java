package com.qliento.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/**
 * Nothing is written into variables of the engine: its tables hold ids and places, and whatever is somebody's is sealed
 * elsewhere. Who needs a variable names it and says of which category it is, and then this rule says so too.
 */
final class NoVariables {

    static final ArchRule RULE = noClasses().should().callCodeUnitWhere(new WritesVariable());

    private NoVariables() {}

    private static final class WritesVariable extends DescribedPredicate<JavaCall<?>> {

        WritesVariable() {
            super("writes a variable of the engine");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            var target = call.getTarget();
            var owner = target.getOwner().getFullName();
            if (!owner.startsWith("org.camunda.")) {
                return false;
            }
            var name = target.getName();
            return name.startsWith("setVariable")
                    || name.startsWith("setTransientVariable")
                    || name.startsWith("putValue")
                    || name.startsWith("processInstanceVariable")
                    || startsWithSome(call);
        }

        /** Signals pass a map too, which is empty wherever we do: what it is told is an object of its own, kept nowhere. */
        private static boolean startsWithSome(JavaCall<?> call) {
            return call.getName().startsWith("startProcessInstance")
                    && call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Map.class));
        }
    }
}
