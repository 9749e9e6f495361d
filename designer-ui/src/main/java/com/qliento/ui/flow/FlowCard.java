package com.qliento.ui.flow;

import com.qliento.flow.FlowFigures;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.board.EditorView;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;

/** A flow in the list: its picture, its name, how it stands. What takes time to find out comes later. */
final class FlowCard extends Div {

    private final Div picture = new Div();
    private final Div states = new Div();
    private final Span use = new Span("…");
    private final Span problems = new Span();

    /**
     * @param author the name of who saved it last
     * @param saved when that was
     * @param menu what can be done with the flow; null for those who only look
     */
    FlowCard(ShelvedFlow flow, String author, When saved, @Nullable Component menu) {
        addClassName("q-flow");
        picture.addClassNames("q-flow-picture", "q-waits");
        var name = new RouterLink(flow.name(), EditorView.class, flow.key());
        name.addClassName("q-flow-name");
        var text = new Div(name, states(flow), lines(author, saved));
        text.addClassName("q-flow-text");
        add(picture, text);
        if (menu != null) {
            add(menu);
        }
    }

    private Component states(ShelvedFlow flow) {
        states.addClassName("q-flow-states");
        if (flow.archivedAt() != null) {
            states.add(state("flows.state.archived", "draft"));
        } else if (flow.liveVersion() == null) {
            states.add(state("flows.state.draft", "draft"));
        } else {
            states.add(state("flows.state.live", "good", flow.liveVersion()));
        }
        if (flow.ahead()) {
            states.add(state("flows.state.ahead", "info"));
        }
        problems.addClassNames("q-state", "bad");
        problems.setVisible(false);
        states.add(problems);
        flow.tags().forEach(tag -> {
            var chip = new Span(tag);
            chip.addClassName("q-tag");
            states.add(chip);
        });
        return states;
    }

    private Span state(String words, String tone, Object... values) {
        var state = new Span(getTranslation(words, values));
        state.addClassNames("q-state", tone);
        return state;
    }

    private Component lines(String author, When saved) {
        var words = new Span(
                author.isBlank()
                        ? getTranslation("flows.saved", saved.getText())
                        : getTranslation("flows.savedBy", author, saved.getText()));
        words.getElement().setAttribute("title", saved.getElement().getAttribute("title"));
        var lines = new Div(use, words);
        lines.addClassName("q-flow-facts");
        return lines;
    }

    /** Shows the picture, and how many errors there are. */
    void show(FlowFaces.Face face) {
        picture.removeClassName("q-waits");
        picture.getElement().setProperty("innerHTML", face.picture());
        problems.setText(getTranslation("flows.state.problems", face.errors()));
        problems.setVisible(face.errors() > 0);
    }

    /** Shows how many conversations it has. */
    void show(FlowFigures.Use figures) {
        use.setText(getTranslation("flows.use", figures.now(), figures.lastDay()));
    }
}
