package com.qliento.request;

import com.qliento.block.AnswerPick;
import com.qliento.block.AnswerSettings;
import com.qliento.block.Names;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import java.util.HashSet;
import java.util.List;

/** What is wrong with what a request keeps of its answer. */
final class PickCheck {

    private PickCheck() {}

    static void check(BlockCheck at) {
        AnswerPick.unreadable(at.block().value(RequestSettings.PICKS.name()))
                .ifPresent(line -> at.error("request-pick-line", Sentences.quote(line)));
        var picks = at.block().picks();
        if (picks.size() > RequestSettings.MOST_PICKS) {
            at.error("request-pick-many", RequestSettings.MOST_PICKS);
        }
        var names = new HashSet<String>();
        for (var pick : picks) {
            if (!Names.usable(pick.name())) {
                at.error("request-pick-name", Sentences.quote(pick.name()));
            } else if (!names.add(pick.name())) {
                at.error("request-pick-twice", Sentences.quote(pick.name()));
            } else {
                otherwise(at, pick);
            }
            check(at, pick);
        }
    }

    private static void check(BlockCheck at, AnswerPick pick) {
        var path = PickPath.read(pick.path());
        if (path.isEmpty()) {
            at.error("request-pick-path", Sentences.quote(pick.name()), Sentences.quote(pick.path()));
        } else if (path.get().goesInside()
                && at.block().value(RequestSettings.WANTED.name()).equals("text")) {
            at.error("request-pick-text", Sentences.quote(pick.name()));
        }
        if (PickType.of(pick.type()).isEmpty()) {
            var all = String.join(", ", AnswerPick.TYPES);
            at.error("request-pick-type", Sentences.quote(pick.name()), Sentences.quote(pick.type()), all);
        }
        List<String> categories = AnswerSettings.CATEGORY.choices();
        if (!categories.contains(pick.category())) {
            var all = String.join(", ", categories);
            at.error("request-pick-category", Sentences.quote(pick.name()), Sentences.quote(pick.category()), all);
        }
    }

    /** Under one name lies one kind of value, or nobody can say what comes of it. */
    private static void otherwise(BlockCheck at, AnswerPick pick) {
        boolean other = at.flow().blocks().values().stream()
                .filter(block -> !block.elementId().equals(at.block().elementId()))
                .anyMatch(block -> isOther(block, pick));
        if (other || at.flow().given().contains(pick.name())) {
            at.warning(at.said("request-pick-other", Sentences.quote(pick.name())));
        }
    }

    private static boolean isOther(BlockNode block, AnswerPick pick) {
        if (block.picks().isEmpty()) {
            return block.keeps().equals(pick.name()) && !(block.block().asks() && pick.isText());
        }
        return block.picks().stream()
                .anyMatch(known ->
                        known.name().equals(pick.name()) && !known.type().equals(pick.type()));
    }
}
