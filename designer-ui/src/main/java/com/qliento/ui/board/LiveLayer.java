package com.qliento.ui.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.bpmn.FlowFile;
import com.qliento.flow.FlowVersion;
import com.qliento.flow.PublishedFlows;
import com.qliento.transcript.LiveConversations;
import com.qliento.transcript.LiveConversations.LiveVersion;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.FlowBoard;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * What happens now, laid over the drawing board: a published version with its conversations counted on the blocks. The
 * board below stays as it is, with whatever is drawn and not saved yet.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LiveLayer extends Div {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 5;

    private final transient LiveConversations live;
    private final transient PublishedFlows flows;
    private final transient SignedIn signedIn;
    private final transient LiveSheet sheet;
    private final transient BoardSetup setup;
    private final Button toggle = new Button(getTranslation("live.toggle"), new Icon("radio"), click -> turn());
    private final Select<LiveVersion> versions = new Select<>();
    private final Span all = new Span();
    private String key = "";
    private transient List<LiveVersion> known = List.of();
    private transient List<LiveVersion> listed = List.of();
    private transient @Nullable LiveVersion shown;
    private @Nullable FlowBoard board;

    LiveLayer(LiveConversations live, PublishedFlows flows, SignedIn signedIn, LiveSheet sheet, BoardSetup setup) {
        this.setup = setup;
        this.live = live;
        this.flows = flows;
        this.signedIn = signedIn;
        this.sheet = sheet;
        addClassName("q-live-layer");
        setVisible(false);
        toggle.getElement().setAttribute("aria-pressed", "false");
        versions.addClassName("q-live-versions");
        versions.setAriaLabel(getTranslation("live.version"));
        versions.setItemLabelGenerator(this::label);
        versions.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue());
            }
        });
        all.addClassName("q-live-all");
        all.getElement().setAttribute("role", "status");
    }

    /** Which flow it is about. */
    void of(String flow) {
        key = flow;
    }

    /** The button that turns it on and off. */
    Component toggle() {
        return toggle;
    }

    private void turn() {
        boolean on = !isVisible();
        setVisible(on);
        toggle.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        getParent().ifPresent(body -> body.getElement().getClassList().set("q-live-on", on));
        removeAll();
        sheet.close();
        shown = null;
        listed = List.of();
        board = null;
        if (on) {
            begin();
        }
    }

    private void begin() {
        known = live.versions(signedIn.actor(), key);
        if (known.isEmpty()) {
            add(empty());
            return;
        }
        var bar = new Div(versions, all, new Span(getTranslation("live.help")));
        bar.addClassName("q-live-bar");
        var newBoard = new FlowBoard(setup);
        newBoard.addSelectionListener(chosen -> choose(chosen.element()));
        board = newBoard;
        var main = new Div(newBoard, sheet);
        main.addClassName("q-live-main");
        add(bar, main, new Pulse(SECONDS, this::refresh));
        open(known.stream().filter(LiveVersion::live).findFirst().orElse(known.get(0)));
    }

    private Component empty() {
        var empty = new Div(new H2(getTranslation("live.empty")), new Paragraph(getTranslation("live.empty.help")));
        empty.addClassName("q-empty");
        return empty;
    }

    private void open(LiveVersion version) {
        shown = version;
        sheet.close();
        var file = file(version);
        list();
        Objects.requireNonNull(board).open(FlowFile.text(file.bpmn()), this::draw);
    }

    private FlowVersion file(LiveVersion version) {
        return flows.ofDefinition(signedIn.actor(), version.definitionId()).orElseThrow();
    }

    private void refresh() {
        var before = shown;
        if (before == null) {
            return;
        }
        known = live.versions(signedIn.actor(), key);
        // A version that is empty now is not told any more; who looks at it sees it empty.
        shown = known.stream()
                .filter(version -> version.version() == before.version())
                .findFirst()
                .orElse(new LiveVersion(before.version(), before.definitionId(), false, 0, Map.of()));
        list();
        draw();
        sheet.refresh();
    }

    private void list() {
        var now = Objects.requireNonNull(shown);
        var items = new ArrayList<>(known);
        if (!items.contains(now)) {
            items.add(now);
        }
        if (!items.equals(listed)) {
            listed = items;
            versions.setItems(items);
        }
        versions.setValue(now);
        all.setText(getTranslation("live.all", now.all()));
    }

    private void draw() {
        if (board != null && shown != null) {
            try {
                board.setLiveCounts(JSON.writeValueAsString(shown.byElement()));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private String label(LiveVersion version) {
        return getTranslation(
                version.live() ? "live.version.live" : "live.version.old", version.version(), version.all());
    }

    private void choose(@Nullable String element) {
        var version = shown;
        if (version != null && element != null) {
            var name = setup.names(file(version).bpmn(), getLocale()).of(element);
            sheet.show(version.definitionId(), element, name);
        } else {
            sheet.close();
        }
    }
}
