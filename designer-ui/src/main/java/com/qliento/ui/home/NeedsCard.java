package com.qliento.ui.home;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.Attention.Need;
import com.qliento.ui.shell.Attention.Severity;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What needs me now, each with the way there; the worst first. Every area says it for itself. */
final class NeedsCard extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(NeedsCard.class);

    /** What an area said; no needs when it failed, null while it looks. */
    private record Said(@Nullable List<Need> needs, boolean failed) {}

    private final transient Map<Attention, Said> said = new LinkedHashMap<>();
    private final transient SignedIn signedIn;
    private final transient UI ui;
    private final UnorderedList list = new UnorderedList();
    private final Span nothing = new Span();

    NeedsCard(List<Attention> areas, SignedIn signedIn, UI ui) {
        this.signedIn = signedIn;
        this.ui = ui;
        addClassName("q-card");
        list.addClassName("q-needs");
        nothing.addClassName("q-quiet");
        add(new H2(getTranslation("home.needs")), list, nothing);
        areas.forEach(area -> said.put(area, new Said(null, false)));
        areas.forEach(this::ask);
        draw();
    }

    /** Asks those again who may have something else to say since messages came or went. */
    void refresh() {
        var before = Map.copyOf(said);
        said.keySet().stream().filter(Attention::changesWithMessages).toList().forEach(this::ask);
        if (!said.equals(before)) {
            draw();
        }
    }

    private void ask(Attention area) {
        CompletableFuture<List<Need>> answer;
        try {
            answer = area.of(signedIn, ui);
        } catch (RuntimeException failed) {
            answer = CompletableFuture.failedFuture(failed);
        }
        if (answer.isDone()) {
            said.put(area, outcome(area, answer));
            return;
        }
        var asked = answer;
        var unused = answer.whenComplete((needs, failure) -> {
            try {
                var unusedAccess = ui.access(() -> {
                    said.put(area, outcome(area, asked));
                    draw();
                });
            } catch (UIDetachedException gone) {
                // Nobody looks any more.
                return;
            }
        });
    }

    private static Said outcome(Attention area, CompletableFuture<List<Need>> answer) {
        try {
            return new Said(List.copyOf(answer.join()), false);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Problem refused && refused.is(ProblemKind.FORBIDDEN)) {
                return new Said(List.of(), false);
            }
            LOG.warn("{}: looking at what needs somebody failed with {}", area.about(), kind(failed));
            return new Said(List.of(), true);
        }
    }

    /** Never what it says: a message may quote what is personal. */
    private static String kind(Throwable failed) {
        return String.valueOf(
                failed.getCause() == null ? null : failed.getCause().getClass());
    }

    private void draw() {
        list.removeAll();
        said.forEach((area, what) -> {
            if (what.failed()) {
                list.add(failed(area));
            }
        });
        said.values().stream()
                .flatMap(what -> what.needs() == null ? Stream.of() : what.needs().stream())
                .sorted(Comparator.comparing(Need::severity))
                .forEach(need -> list.add(line(need)));
        boolean looking = said.values().stream().anyMatch(what -> what.needs() == null);
        nothing.setText(getTranslation(looking ? "home.needs.looking" : "home.needs.nothing"));
        nothing.setVisible(looking || list.getChildren().findAny().isEmpty());
    }

    private static ListItem line(Need need) {
        var words = need.address().isEmpty() ? new Span(need.words()) : new Anchor(need.address(), need.words());
        var line = new ListItem(new Icon(need.icon()), words);
        line.addClassName(need.severity().name().toLowerCase(Locale.ROOT));
        return line;
    }

    private ListItem failed(Attention area) {
        var again = new Button(getTranslation("home.needs.again"), click -> {
            ask(area);
            draw();
        });
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var line = new ListItem(
                new Icon("alert"), new Span(getTranslation("home.needs.failed", getTranslation(area.about()))), again);
        line.addClassNames(Severity.WARN.name().toLowerCase(Locale.ROOT), "failed");
        return line;
    }
}
