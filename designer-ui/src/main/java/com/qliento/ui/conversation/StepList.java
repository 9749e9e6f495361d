package com.qliento.ui.conversation;

import com.qliento.conversation.Visit;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.transcript.ConversationPath;
import com.qliento.transcript.PathStep;
import com.qliento.ui.shell.BlockNames;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;

/** The steps of a conversation in words, with times. */
final class StepList extends OrderedList {

    private final transient BlockNames names;

    StepList(ConversationPath path, BlockNames names, Instant now, ZoneId zone) {
        this.names = names;
        addClassName("q-walked");
        for (var step : path.steps()) {
            add(line(step, now, zone));
        }
    }

    private Component line(PathStep step, Instant now, ZoneId zone) {
        var line = new ListItem();
        step.visits().forEach(visit -> line.add(words(visit)));
        line.add(new When(step.at(), now, zone));
        return line;
    }

    private Component words(Visit visit) {
        var words = new Span(said(visit));
        words.addClassName(visit.happened() == null ? "q-way-step" : "q-way-note");
        return words;
    }

    private String said(Visit visit) {
        var happened = visit.happened();
        if (visit.element() == null) {
            return routed(String.valueOf(happened));
        }
        var name = name(visit);
        return happened == null ? name : name + ": " + at(visit, happened);
    }

    /** What happened at no block names the routing rule that said so, see {@code Visit}. */
    private String routed(String happened) {
        String[] parts = happened.split(" ", -1);
        String from = parts.length > 2 ? parts[2] : "";
        String to = parts.length > 3 ? parts[3] : "";
        String first = parts.length > 1 ? parts[1] : "";
        String what = getTranslation("conversations.happened." + parts[0], from, to, first);
        return PolicyRule.of(parts.length > 1 ? parts[1] : null)
                .map(rule -> what + ": " + rule.explained(getLocale()))
                .orElse(what);
    }

    private String at(Visit visit, String happened) {
        return names.exit(visit.element(), happened).orElseGet(() -> words(happened));
    }

    /** A decision names itself, its version and the rows that counted, see {@code Visit}. */
    private String words(String happened) {
        String[] parts = happened.split(" ", -1);
        if (parts.length == 1) {
            return getTranslation("conversations.happened." + happened);
        }
        if (parts[0].equals("called") && parts.length > 4) {
            return called(parts);
        }
        String rest = parts.length > 3 ? parts[3].replace(",", ", ") : "";
        String what = "conversations.happened." + parts[0] + (rest.isEmpty() ? ".none" : "");
        return getTranslation(what, parts[1], parts.length > 2 ? parts[2] : "", rest);
    }

    /** A code that no screen has words for is said as it is. */
    private String why(String code) {
        var said = getTranslation("calls.why." + code);
        return said.equals("calls.why." + code) ? code : said;
    }

    private String called(String[] parts) {
        String outcome =
                switch (parts[2]) {
                    case "answered", "timed-out", "not-allowed" -> getTranslation("conversations.call." + parts[2]);
                    default -> getTranslation("conversations.call.failed", why(parts[2]));
                };
        String tries = parts[3].equals("1")
                ? getTranslation("conversations.call.once")
                : getTranslation("conversations.call.tries", parts[3]);
        return getTranslation("conversations.happened.called", parts[1], outcome, tries, parts[4]);
    }

    private String name(Visit visit) {
        var own = names.of(visit.ownElement());
        var element = visit.element();
        return visit.inside() && element != null ? own + " › " + element.substring(element.indexOf('/') + 1) : own;
    }
}
