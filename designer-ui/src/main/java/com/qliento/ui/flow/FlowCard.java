package com.qliento.ui.flow;

import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;

/** A flow in the list: its picture, its name, how it stands. */
final class FlowCard extends Div {

    /**
     * What a card tells.
     *
     * @param errors that keep the draft from being published
     * @param author the name of who saved it last
     * @param saved when that was
     */
    record Facts(ShelvedFlow flow, FlowDraft draft, long errors, FlowLibrary.Use use, String author, When saved) {}

    /** @param menu what can be done with the flow; null for those who only look */
    FlowCard(Facts facts, @Nullable Component menu) {
        addClassName("q-flow");
        var picture = new Div();
        picture.addClassName("q-flow-picture");
        picture.getElement()
                .setProperty("innerHTML", FlowPicture.of(facts.draft().bpmn()));
        var name = new RouterLink(
                facts.flow().name(), EditorView.class, facts.flow().key());
        name.addClassName("q-flow-name");
        var text = new Div(name, states(facts), lines(facts));
        text.addClassName("q-flow-text");
        add(picture, text);
        if (menu != null) {
            add(menu);
        }
    }

    private Component states(Facts facts) {
        var states = new Div();
        states.addClassName("q-flow-states");
        var flow = facts.flow();
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
        if (facts.errors() > 0) {
            states.add(state("flows.state.problems", "bad", facts.errors()));
        }
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

    private Component lines(Facts facts) {
        var use = new Span(
                getTranslation("flows.use", facts.use().now(), facts.use().lastDay()));
        var author = facts.author().isBlank()
                ? getTranslation("flows.saved", facts.saved().getText())
                : getTranslation("flows.savedBy", facts.author(), facts.saved().getText());
        var saved = new Span(author);
        saved.getElement().setAttribute("title", facts.saved().getElement().getAttribute("title"));
        var lines = new Div(use, saved);
        lines.addClassName("q-flow-facts");
        return lines;
    }
}
