package com.qliento.block;

import static com.qliento.block.ParameterKind.ANSWER_NAME;
import static com.qliento.block.ParameterKind.DECISION;
import static com.qliento.block.ParameterKind.DURATION;
import static com.qliento.block.ParameterKind.FEEL;
import static com.qliento.block.ParameterKind.FLOW;
import static com.qliento.block.ParameterKind.INPUTS;
import static com.qliento.block.ParameterKind.KEYWORDS;
import static com.qliento.block.ParameterKind.LINE;
import static com.qliento.block.ParameterKind.MEDIA;
import static com.qliento.block.ParameterKind.OPTIONS;
import static com.qliento.block.ParameterKind.ROWS;
import static com.qliento.block.ParameterKind.TEXT;

import java.util.List;
import java.util.Optional;

/** The registry of all blocks. The lengths are WhatsApp's; the flow's checker proves they agree with the connector's. */
public final class Blocks {

    /** The code of the error boundary event that catches an ask whose attempts are used up. */
    public static final String NO_ANSWER = "qliento.no-answer";

    /** The start's setting of what keywords of other flows do while this flow runs. */
    public static final String OTHER_KEYWORDS = "otherKeywords";

    /** They end this flow and start theirs; anything else takes them as answers. */
    public static final String INTERRUPT = "interrupt";

    private static final Parameter CATEGORY = Parameter.choice(
            "category",
            "other",
            "name",
            "contact",
            "address",
            "preference",
            "order",
            "appointment",
            "feedback",
            "sensitive",
            "other");
    private static final Parameter PURPOSE =
            Parameter.choice("purpose", "service", "service", "contract", "support", "marketing", "research", "legal");
    private static final Parameter NAME = Parameter.of("name", ANSWER_NAME).upTo(Names.MAX_LENGTH);
    private static final Parameter RETRY = Parameter.of("retry", TEXT).upTo(1024);
    private static final Parameter ATTEMPTS = Parameter.number("attempts", 3, 1, 10);
    private static final Parameter LIST_BUTTON =
            Parameter.of("button", LINE).byDefault("Choose").upTo(20);

    private static final Parameter CAPTION = Parameter.of("caption", TEXT).upTo(1024);

    private static final List<Block> ALL = List.of(
            start(),
            text(),
            buttons(),
            list(),
            media("image", CAPTION),
            media("video", CAPTION),
            media("audio"),
            media("document", Parameter.of("filename", LINE).upTo(240), CAPTION),
            askText(),
            askChoice(),
            condition(),
            decide(),
            setValue(),
            startFlow(),
            pause(),
            end());

    private Blocks() {}

    /** All blocks in palette order. */
    public static List<Block> all() {
        return ALL;
    }

    /** The block of this key. */
    public static Optional<Block> find(String key) {
        return ALL.stream().filter(block -> block.key().equals(key)).findFirst();
    }

    /** The block an element says it is by its {@code camunda:modelerTemplate}. */
    public static Optional<Block> ofTemplate(String template) {
        return ALL.stream().filter(block -> block.template().equals(template)).findFirst();
    }

    /** The block that an element of this kind is when it names no template, such as a plain end event. */
    public static Optional<Block> plain(BpmnElement element) {
        return ALL.stream()
                .filter(block -> block.plain() && block.element() == element)
                .findFirst();
    }

    private static Block start() {
        return Block.of(
                        "start",
                        BlockGroup.START,
                        BpmnElement.START_EVENT,
                        Parameter.choice("trigger", "keywords", "keywords", "any"),
                        Parameter.of("keywords", KEYWORDS),
                        Parameter.choice(OTHER_KEYWORDS, INTERRUPT, INTERRUPT, "answer"),
                        Parameter.number("mergeSeconds", 0, 0, 8))
                .evenWithoutTemplate();
    }

    private static Block text() {
        return Block.of(
                "text",
                BlockGroup.SAY,
                BpmnElement.SEND_TASK,
                Parameter.of("text", TEXT).needed().upTo(4096));
    }

    private static Block buttons() {
        return Block.of(
                "buttons",
                BlockGroup.SAY,
                BpmnElement.SEND_TASK,
                Parameter.of("text", TEXT).needed().upTo(1024),
                Parameter.of("header", LINE).upTo(60),
                Parameter.of("footer", LINE).upTo(60),
                Parameter.of("button1", LINE).needed().upTo(20),
                Parameter.of("button2", LINE).upTo(20),
                Parameter.of("button3", LINE).upTo(20));
    }

    private static Block list() {
        return Block.of(
                "list",
                BlockGroup.SAY,
                BpmnElement.SEND_TASK,
                Parameter.of("text", TEXT).needed().upTo(1024),
                Parameter.of("header", LINE).upTo(60),
                Parameter.of("footer", LINE).upTo(60),
                LIST_BUTTON,
                Parameter.of("rows", ROWS).needed());
    }

    private static Block media(String key, Parameter... more) {
        Parameter[] all = new Parameter[more.length + 1];
        all[0] = Parameter.of("file", MEDIA).needed();
        System.arraycopy(more, 0, all, 1, more.length);
        return Block.of(key, BlockGroup.SAY, BpmnElement.SEND_TASK, all);
    }

    private static Block askText() {
        return Block.of(
                "ask-text",
                BlockGroup.ASK,
                BpmnElement.RECEIVE_TASK,
                Parameter.of("question", TEXT).upTo(4096),
                NAME,
                CATEGORY,
                PURPOSE,
                Parameter.of("valid", FEEL),
                RETRY.upTo(4096),
                ATTEMPTS);
    }

    private static Block askChoice() {
        return Block.of(
                "ask-choice",
                BlockGroup.ASK,
                BpmnElement.RECEIVE_TASK,
                Parameter.of("question", TEXT).needed().upTo(1024),
                Parameter.of("options", OPTIONS).needed(),
                LIST_BUTTON,
                NAME,
                CATEGORY,
                PURPOSE,
                RETRY,
                ATTEMPTS);
    }

    private static Block condition() {
        return Block.of("condition", BlockGroup.DECIDE, BpmnElement.EXCLUSIVE_GATEWAY)
                .evenWithoutTemplate();
    }

    private static Block decide() {
        return Block.of(
                "decide",
                BlockGroup.DECIDE,
                BpmnElement.BUSINESS_RULE_TASK,
                Parameter.of("decision", DECISION).needed(),
                Parameter.version("version"),
                Parameter.of("inputs", INPUTS),
                NAME.needed(),
                CATEGORY,
                PURPOSE);
    }

    private static Block setValue() {
        return Block.of(
                "set-value",
                BlockGroup.DO,
                BpmnElement.SERVICE_TASK,
                NAME.needed(),
                Parameter.of("value", FEEL).needed(),
                CATEGORY,
                PURPOSE);
    }

    private static Block startFlow() {
        return Block.of(
                        "start-flow",
                        BlockGroup.DO,
                        BpmnElement.CALL_ACTIVITY,
                        Parameter.of("flow", FLOW).needed())
                .evenWithoutTemplate();
    }

    private static Block pause() {
        return Block.of(
                        "wait",
                        BlockGroup.TIME,
                        BpmnElement.INTERMEDIATE_CATCH_EVENT,
                        Parameter.of("duration", DURATION).needed())
                .evenWithoutTemplate();
    }

    private static Block end() {
        return Block.of("end", BlockGroup.END, BpmnElement.END_EVENT).evenWithoutTemplate();
    }
}
