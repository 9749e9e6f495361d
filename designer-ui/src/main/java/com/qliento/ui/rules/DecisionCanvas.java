package com.qliento.ui.rules;

import com.qliento.bpmn.FlowFile;
import com.qliento.rules.decision.DecisionIds;
import com.qliento.ui.draft.DraftBoard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.stream.Collectors;

/** The board for decisions: tables, expressions and the diagram of what needs what. */
@Tag("qliento-decision")
@JsModule("./designer/decision/qliento-decision.js")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@NpmPackage(value = "@bpmn-io/dmn-migrate", version = "0.7.1")
class DecisionCanvas extends Component implements HasSize, DraftBoard {

    private static final int MOST_IDS = 5;

    /** The model was changed; its file as it is now. */
    @DomEvent("qliento-changed")
    public static final class Changed extends ComponentEvent<DecisionCanvas> {

        private final String xml;

        public Changed(DecisionCanvas source, boolean fromClient, @EventData("event.detail.xml") String xml) {
            super(source, fromClient);
            this.xml = xml;
        }

        String xml() {
            return xml;
        }
    }

    /** A change began that will soon be told by {@link Changed}. */
    @DomEvent("qliento-changing")
    public static final class Changing extends ComponentEvent<DecisionCanvas> {

        public Changing(DecisionCanvas source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** A person wants a column for the table that is open. */
    @DomEvent("qliento-ask-input")
    public static final class AskInput extends ComponentEvent<DecisionCanvas> {

        public AskInput(DecisionCanvas source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Builds the board; once, before anything else. */
    void setUp(String json) {
        getElement().callJsFunction("setup", json);
    }

    @Override
    public Component component() {
        return this;
    }

    /** Shows this model instead of what was there, and says so where ids of it had to be mended. */
    @Override
    public void open(byte[] dmn) {
        shown("open", dmn);
    }

    @Override
    public void follow(byte[] dmn, SerializableConsumer<Boolean> followed) {
        shown("follow", dmn).then(Boolean.class, followed);
    }

    private PendingJavaScriptResult shown(String how, byte[] dmn) {
        var mended = DecisionIds.mended(dmn);
        return getElement()
                .callJsFunction(
                        how,
                        FlowFile.text(mended.dmn()),
                        mended.before().size(),
                        mended.before().stream().distinct().limit(MOST_IDS).collect(Collectors.joining(", ")));
    }

    @Override
    public void file(SerializableConsumer<String> xml) {
        getElement().callJsFunction("file").then(String.class, xml);
    }

    @Override
    public void notSaved() {
        getElement().callJsFunction("notSaved");
    }

    /** What is wrong with it, a JSON array of {@code DecisionFinding}. */
    void setProblems(String json) {
        getElement().callJsFunction("setProblems", json);
    }

    /** Rows that were looked at, a JSON array; an empty one takes all marks away. */
    void setTraces(String json) {
        getElement().callJsFunction("setTraces", json);
    }

    /** Adds a column to the table that is open; JSON as the board's {@code TableTools} wants it. */
    void addInput(String json) {
        getElement().callJsFunction("addInput", json);
    }

    /** Adds a row to the table that is open; JSON as the board's {@code TableTools} wants it. */
    void addExample(String json) {
        getElement().callJsFunction("addExample", json);
    }

    Registration addAskInputListener(ComponentEventListener<AskInput> listener) {
        return addListener(AskInput.class, listener);
    }

    Registration addChangingListener(ComponentEventListener<Changing> listener) {
        return addListener(Changing.class, listener);
    }

    Registration addChangedListener(ComponentEventListener<Changed> listener) {
        return addListener(Changed.class, listener);
    }
}
