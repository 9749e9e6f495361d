package com.qliento.rules.feel;

/**
 * Something wrong with an expression.
 *
 * @param code stable, in kebab case
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what to do, for whoever wrote the expression
 * @param error false for what can be compiled but probably does not do what was meant
 */
public record ExpressionProblem(String code, int line, int column, String message, boolean error) {

    static ExpressionProblem error(String code, int line, int column, String message) {
        return new ExpressionProblem(code, line, column, message, true);
    }
}
