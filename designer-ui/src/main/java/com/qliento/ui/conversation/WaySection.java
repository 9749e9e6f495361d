package com.qliento.ui.conversation;

import com.qliento.flow.FlowVersion;
import com.qliento.transcript.ConversationPath;
import com.qliento.ui.shell.BoardSetup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way a conversation went through its flow: on the diagram and step by step. */
final class WaySection extends Section {

    private final transient Clock clock;
    private final transient ZoneId zone;
    private final transient BoardSetup setup;
    private transient ConversationPath path;
    private @Nullable PathBoard board;
    private @Nullable StepList steps;

    WaySection(ConversationPath path, Clock clock, ZoneId zone, BoardSetup setup) {
        this.setup = setup;
        this.clock = clock;
        this.zone = zone;
        this.path = path;
        addClassName("q-conversation-way");
        draw();
    }

    private void draw() {
        removeAll();
        add(new H2(getTranslation("conversations.way")));
        board = null;
        steps = null;
        var version = path.version();
        if (version == null) {
            add(new Paragraph(getTranslation("conversations.way.none")));
            return;
        }
        var names = setup.names(version.bpmn(), getLocale());
        var flow = new Anchor("flows/edit/" + version.flowKey(), names.flow());
        board = new PathBoard(path, setup);
        steps = new StepList(path, names, clock.instant(), zone);
        add(new Paragraph(new Span(getTranslation("conversations.version", version.version()) + " "), flow));
        add(board, steps);
    }

    /** Shows the way as it is now; the diagram is drawn anew only when it is another one. */
    void become(ConversationPath now) {
        if (Objects.equals(now.steps(), path.steps()) && Objects.equals(now.standsAt(), path.standsAt())) {
            return;
        }
        var before = definition(path.version());
        path = now;
        var version = now.version();
        if (board == null
                || steps == null
                || version == null
                || !definition(version).equals(before)) {
            draw();
            return;
        }
        board.show(now);
        var next = new StepList(now, setup.names(version.bpmn(), getLocale()), clock.instant(), zone);
        replace(steps, next);
        steps = next;
    }

    private static String definition(@Nullable FlowVersion version) {
        return version == null ? "" : version.definitionId();
    }
}
