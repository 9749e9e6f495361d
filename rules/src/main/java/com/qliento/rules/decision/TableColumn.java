package com.qliento.rules.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.DecisionTable.OutputClause;

/** A column of a decision table. */
sealed interface TableColumn {

    DecisionPlace place();

    /**
     * One that is decided by.
     *
     * @param tree what it looks at
     * @param allowed the values it may have, empty for any
     * @param allowedTree the same as it is written, null for any
     */
    record Input(
            DecisionPlace place,
            ASTNode tree,
            BaseDMNTypeImpl type,
            List<UnaryTest> allowed,
            @Nullable ASTNode allowedTree)
            implements TableColumn {

        /** The values it may have, as they are written. */
        Optional<String> allowedText() {
            return Optional.ofNullable(allowedTree).map(ASTNode::getText);
        }
    }

    /**
     * One that is decided.
     *
     * @param name null where there is only one
     * @param allowed the values it may have, first those of highest priority; empty for any
     * @param otherwise its value when no row matches
     */
    record Output(
            DecisionPlace place,
            @Nullable String name,
            BaseDMNTypeImpl type,
            List<UnaryTest> allowed,
            @Nullable ASTNode otherwise)
            implements TableColumn, OutputClause {

        @Override
        public @Nullable String getName() {
            return name;
        }

        @Override
        public List<UnaryTest> getOutputValues() {
            return allowed;
        }

        @Override
        public Type getType() {
            return type.getFeelType();
        }

        @Override
        public boolean isCollection() {
            return type.isCollection();
        }
    }
}
