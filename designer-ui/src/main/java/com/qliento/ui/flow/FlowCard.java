package com.qliento.ui.flow;

import com.qliento.flow.FlowDraft;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** A flow in the list: its picture, its name, how it stands. */
final class FlowCard extends Div {

    FlowCard(FlowDraft flow, When saved) {
        addClassName("q-flow");
        var picture = new Div();
        picture.addClassName("q-flow-picture");
        picture.getElement().setProperty("innerHTML", FlowPicture.of(flow.bpmn()));
        var name = new RouterLink(flow.name(), EditorView.class, flow.key());
        name.addClassName("q-flow-name");
        var facts = new Div(new Span(getTranslation("flows.saved", saved.getText())));
        facts.addClassName("q-flow-facts");
        var text = new Div(name, state(flow), facts);
        text.addClassName("q-flow-text");
        add(picture, text);
    }

    private Span state(FlowDraft flow) {
        var state = new Span(
                flow.liveVersion() == null
                        ? getTranslation("flows.state.draft")
                        : getTranslation("flows.state.live", flow.liveVersion()));
        state.addClassNames("q-state", flow.liveVersion() == null ? "draft" : "good");
        return state;
    }
}
