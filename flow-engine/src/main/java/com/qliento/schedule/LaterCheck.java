package com.qliento.schedule;

import com.qliento.block.DecisionInputs;
import com.qliento.block.FlowDuration;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.StartTrigger;
import com.qliento.check.BlockCheck;
import java.time.Duration;
import java.util.Optional;

/** What would keep a flow from beginning later, or from being heard then, told before it is live. */
final class LaterCheck {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int MOST_VALUES = 50;

    private LaterCheck() {}

    static void check(BlockCheck at) {
        flow(at);
        time(at);
        values(at);
    }

    private static String value(BlockCheck at, Parameter parameter) {
        return at.block().value(parameter.name());
    }

    private static void flow(BlockCheck at) {
        var key = value(at, LaterSettings.FLOW);
        if (key.isBlank()) {
            return; // said already
        }
        if (key.equals(at.environment().flowKey())) {
            at.warning(at.said("later-itself"));
        } else if (!Names.flowKey(key) || !at.environment().published(key)) {
            at.error("later-flow", Sentences.quote(key));
        } else if (isAboutNobody(at) != at.environment().aboutNobody(key)) {
            at.error(isAboutNobody(at) ? "later-whom.somebody" : "later-whom.nobody", Sentences.quote(key));
        }
    }

    private static boolean isAboutNobody(BlockCheck at) {
        return at.flow().start().map(StartTrigger::aboutNobody).orElse(false);
    }

    /** WhatsApp's 24 hours are of a customer. */
    private static void window(BlockCheck at, String key) {
        if (!isAboutNobody(at)) {
            at.warning(at.said(key));
        }
    }

    private static void time(BlockCheck at) {
        switch (value(at, LaterSettings.WHEN)) {
            case LaterSettings.TOMORROW -> tomorrow(at);
            case LaterSettings.AT -> {
                if (value(at, LaterSettings.FEEL).isBlank()) {
                    at.error("later-at");
                } else {
                    window(at, "later-window.may");
                }
            }
            default -> after(at);
        }
    }

    private static void tomorrow(BlockCheck at) {
        var time = value(at, LaterSettings.TIME);
        if (!time.contains("{{") && LaterSettings.time(time).isEmpty()) {
            at.error("later-time", Sentences.quote(time));
        } else {
            window(at, "later-window.may");
        }
    }

    private static void after(BlockCheck at) {
        var duration = value(at, LaterSettings.DURATION);
        if (duration.isBlank()) {
            at.error("later-after");
            return;
        }
        Optional<Duration> after = FlowDuration.parse(duration).filter(FlowDuration::allowed);
        if (after.filter(time -> time.compareTo(LaterTime.SOONEST) < 0).isPresent()) {
            at.error("later-soon");
        } else if (after.filter(time -> time.compareTo(WINDOW) >= 0).isPresent()) {
            window(at, "later-window");
        }
    }

    private static void values(BlockCheck at) {
        var written = value(at, LaterSettings.VALUES);
        DecisionInputs.unreadable(written).ifPresent(line -> at.error("later-values", Sentences.quote(line)));
        var handed = DecisionInputs.parse(written);
        if (handed.size() > MOST_VALUES) {
            at.error("later-values.many", MOST_VALUES);
        }
        handed.forEach((name, feel) -> {
            if (Names.usable(name)) {
                at.expression(feel, name);
            } else {
                at.error("later-values.name", Sentences.quote(name));
            }
        });
    }
}
