package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionRow;
import com.qliento.ruleset.DecisionRerun;
import com.qliento.ruleset.Rerun;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the draft against what flows decided last: how much would come out otherwise, and where. */
final class RealTries extends Div {

    private static final int LAST = 200;
    private static final int MOST_WAYS = 10;

    private final transient DecisionRerun rerun;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div results = new Div();
    private String key = "";
    private byte[] dmn = {};

    RealTries(DecisionRerun rerun, SignedIn signedIn, Clock clock) {
        this.rerun = rerun;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-decide-reals");
        setVisible(signedIn.may(Permission.SEE_CONVERSATIONS));
        var run = new Button(getTranslation("rules.rerun.run", LAST), click -> run());
        run.setDisableOnClick(true);
        run.addClickListener(click -> run.setEnabled(true));
        results.getElement().setAttribute("role", "status");
        results.addClassName("q-decide-real");
        add(new H3(getTranslation("rules.rerun")), run, results);
    }

    /** This file is held against them from now on. */
    void of(String decision, byte[] file) {
        key = decision;
        dmn = file;
        results.removeAll();
    }

    private void run() {
        results.removeAll();
        try {
            show(rerun.run(signedIn.actor(), key, dmn, LAST));
        } catch (Problem broken) {
            results.add(new Paragraph(TryDecision.why(this, broken)));
        }
    }

    private void show(Rerun told) {
        results.add(new Paragraph(summary(told)));
        var ways = new UnorderedList();
        told.changes().stream().limit(MOST_WAYS).forEach(change -> ways.add(line(change)));
        if (!told.changes().isEmpty()) {
            results.add(ways);
        }
        if (!told.missing().isEmpty()) {
            results.add(new Paragraph(getTranslation("rules.rerun.missing", String.join(", ", told.missing()))));
        }
        if (told.gone() > 0) {
            results.add(new Paragraph(getTranslation("rules.rerun.gone", told.gone())));
        }
        if (told.rest() > 0) {
            results.add(new Paragraph(getTranslation("rules.rerun.rest", told.rest())));
        }
        if (!told.changes().isEmpty()) {
            var help = new Paragraph(getTranslation("rules.rerun.help"));
            help.addClassName("q-decide-note");
            results.add(help);
        }
    }

    private String summary(Rerun told) {
        if (told.looked() == 0) {
            return getTranslation("rules.rerun.none");
        }
        return told.same() == told.looked()
                ? getTranslation("rules.rerun.same", told.looked())
                : getTranslation("rules.rerun.changes", told.looked() - told.same(), told.looked());
    }

    private ListItem line(Rerun.Change change) {
        var times = new Span(getTranslation("rules.rerun.times", change.times()));
        times.addClassName("q-decide-times");
        var before = rows(change.before());
        var now = change.failed() ? getTranslation("rules.rerun.failed") : rows(change.now());
        var way = new Span(
                before.equals(now)
                        ? getTranslation("rules.rerun.other", tables(change), now)
                        : getTranslation("rules.rerun.way", tables(change), before, now));
        var where = new Span();
        where.addClassName("q-decide-where");
        for (Rerun.Example example : change.examples()) {
            where.add(new Anchor(
                    "conversations/" + example.conversation(),
                    new When(example.at(), clock.instant(), signedIn.zone())));
        }
        return new ListItem(new Div(new Div(times, way), where));
    }

    private static String tables(Rerun.Change change) {
        var rows = change.before().isEmpty() ? change.now() : change.before();
        return rows.stream().map(DecisionRow::decision).distinct().collect(Collectors.joining(", "));
    }

    private String rows(List<DecisionRow> rows) {
        return rows.isEmpty()
                ? getTranslation("rules.rerun.no-row")
                : rows.stream()
                        .map(row -> getTranslation("rules.rerun.row", Integer.toString(row.row())))
                        .collect(Collectors.joining(", "));
    }
}
