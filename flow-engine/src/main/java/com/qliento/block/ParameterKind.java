package com.qliento.block;

/** How a parameter is written and read. All values travel as text. */
public enum ParameterKind {
    /** One line of text, with FEEL in double braces. */
    LINE(true),
    /** Several lines of text, with FEEL in double braces. */
    TEXT(true),
    /** Choices a customer picks from, one a line, with FEEL in double braces; read by {@link Choices}. */
    OPTIONS(true),
    /** Rows of a list, one a line, {@code title | description}, sections as {@code # title}; read by {@link ListRows}. */
    ROWS(true),
    /** One line of text a customer taps, with FEEL in double braces; parameters of this kind are told apart by a number. */
    BUTTON(true),
    /** One FEEL expression. */
    FEEL(false),
    /** One of the parameter's {@link Parameter#choices()}. */
    CHOICE(false),
    /** A whole number between {@link Parameter#min()} and {@link Parameter#max()}. */
    NUMBER(false),
    /** An ISO 8601 duration, read by {@link FlowDuration}. */
    DURATION(false),
    /** Keywords separated by commas or lines, read by {@link Keywords}. */
    KEYWORDS(false),
    /** The name an answer or value is kept under; see {@link Names}. */
    ANSWER_NAME(false),
    /** The key of a flow of the same organisation. */
    FLOW(false),
    /** The key of a decision of the same organisation. */
    DECISION(false),
    /** What the inputs of a decision are, one a line, {@code input = FEEL}; read by {@link DecisionInputs}. */
    INPUTS(false),
    /** What is taken out of an answer to be kept, one a line; read by {@link AnswerPick}. */
    PICKS(false),
    /** The name of a secret of the same organisation; only who makes a call reads it. */
    SECRET(false),
    /** A file of one of {@link Parameter#choices()}, by its id, or an https link; read by {@link MediaSource}. */
    MEDIA(false),
    /** {@code true} or {@code false}. */
    BOOLEAN(false);

    private final boolean template;

    ParameterKind(boolean template) {
        this.template = template;
    }

    /** Whether {@code {{ feel }}} in the value is replaced when the block runs. */
    public boolean template() {
        return template;
    }
}
