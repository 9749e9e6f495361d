package com.qliento.ui.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.bpmn.FlowFile;
import com.qliento.conversation.Visit;
import com.qliento.transcript.ConversationPath;
import com.qliento.transcript.PathStep;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.FlowBoard;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The way of a conversation on the diagram of the version it went through. */
final class PathBoard extends Div {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FlowBoard board;

    PathBoard(ConversationPath path, BoardSetup setup) {
        board = new FlowBoard(setup);
        addClassName("q-path-board");
        var version = Objects.requireNonNull(path.version());
        add(board);
        board.open(FlowFile.text(version.bpmn()), () -> show(path));
    }

    /** Shows another way on the same diagram, which stays where it was moved to. */
    void show(ConversationPath path) {
        var way = JSON.createObjectNode().put("now", path.standsAt());
        var visits = way.putArray("visits");
        visits(path).forEach(visits::add);
        board.setPath(way.toString());
    }

    /** The elements of the flow's own diagram in order; what goes on inside another flow is one visit to its block. */
    private static List<String> visits(ConversationPath path) {
        var visits = new ArrayList<String>();
        path.steps().stream()
                .map(PathStep::visits)
                .flatMap(List::stream)
                .filter(visit -> visit.happened() == null && !visit.inside())
                .map(Visit::ownElement)
                .filter(Objects::nonNull)
                .forEach(visits::add);
        return visits;
    }
}
