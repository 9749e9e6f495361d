package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** A flow to be looked at: the drawing board without its tools, and nothing on it can be changed. */
@Tag("qliento-canvas")
@JsModule("./designer/qliento-canvas.js")
public final class FlowBoard extends Component implements HasSize, HasStyle {

    /** An element was chosen, or none any more. */
    @DomEvent("qliento-selection")
    public static final class Selection extends ComponentEvent<FlowBoard> {

        private final @Nullable String element;

        public Selection(FlowBoard source, boolean fromClient, @EventData("event.detail.id") @Nullable String element) {
            super(source, fromClient);
            this.element = element;
        }

        /** Its id; null when none is chosen, or several are. */
        public @Nullable String element() {
            return element;
        }
    }

    /** An empty board, set up so. */
    public FlowBoard(BoardSetup setup) {
        addClassName("q-plain-board");
        setSizeFull();
        getElement().callJsFunction("setup", setup.looking(getLocale()));
    }

    /** Shows this flow instead of what was there, and does the rest when it is drawn. */
    public void open(String xml, Runnable then) {
        getElement().callJsFunction("open", xml).then(opened -> then.run());
    }

    /** Conversations at each element, a JSON object. */
    public void setLiveCounts(String json) {
        getElement().callJsFunction("setLiveCounts", json);
    }

    /** The way of a conversation, a JSON object: {@code visits}, elements in order, and {@code now}, one or null. */
    public void setPath(String json) {
        getElement().callJsFunction("setPath", json);
    }

    /** Tells what is chosen. */
    public Registration addSelectionListener(ComponentEventListener<Selection> listener) {
        return addListener(Selection.class, listener);
    }
}
