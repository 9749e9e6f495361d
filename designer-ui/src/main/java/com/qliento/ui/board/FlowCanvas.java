package com.qliento.ui.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.bpmn.FlowFile;
import com.qliento.ui.draft.DraftBoard;
import com.qliento.ui.tryout.TryPanel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** The drawing board. */
@Tag("qliento-canvas")
@JsModule("./designer/qliento-canvas.js")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@NpmPackage(value = "diagram-js", version = "15.28.1")
@NpmPackage(value = "diagram-js-minimap", version = "5.5.0")
@NpmPackage(value = "diagram-js-grid", version = "2.0.1")
@NpmPackage(value = "bpmn-js-differ", version = "3.2.0")
@NpmPackage(value = "bpmn-moddle", version = "10.3.1")
@NpmPackage(value = "camunda-bpmn-moddle", version = "8.0.1")
@NpmPackage(value = "bpmn-auto-layout", version = "1.3.0")
@NpmPackage(value = "preact", version = "10.29.8")
class FlowCanvas extends Component implements HasSize, DraftBoard, TryPanel.Board {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The flow was changed; its file as it is now. */
    @DomEvent("qliento-changed")
    public static final class Changed extends ComponentEvent<FlowCanvas> {

        private final String xml;

        public Changed(FlowCanvas source, boolean fromClient, @EventData("event.detail.xml") String xml) {
            super(source, fromClient);
            this.xml = xml;
        }

        String xml() {
            return xml;
        }
    }

    /** Builds the board; see {@link BoardSetup}. Once, before anything else. */
    void setUp(String json) {
        getElement().callJsFunction("setup", json);
    }

    @Override
    public void zoomToFit() {
        getElement().callJsFunction("zoomToFit");
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void file(SerializableConsumer<String> xml) {
        getElement().callJsFunction("file").then(String.class, xml);
    }

    @Override
    public void open(byte[] bpmn) {
        getElement().callJsFunction("open", FlowFile.text(bpmn));
    }

    @Override
    public void follow(byte[] bpmn, SerializableConsumer<Boolean> followed) {
        getElement().callJsFunction("follow", FlowFile.text(bpmn)).then(Boolean.class, followed);
    }

    @Override
    public void notSaved() {
        getElement().callJsFunction("notSaved");
    }

    /** What is wrong with it, as the check told. */
    void setProblems(String json) {
        getElement().callJsFunction("setProblems", json);
    }

    /** Selects an element and moves it into view. */
    void select(String id) {
        getElement().callJsFunction("select", id);
    }

    @Override
    public void walk(List<String> path, List<String> at) {
        var to = JSON.createObjectNode();
        path.forEach(to.putArray("path")::add);
        at.forEach(to.putArray("at")::add);
        getElement().callJsFunction("walk", to.toString());
    }

    /** Whoever draws wants requests to be allowed to a host. */
    @DomEvent("qliento-allow-host")
    public static final class HostWished extends ComponentEvent<FlowCanvas> {

        private final String host;

        public HostWished(FlowCanvas source, boolean fromClient, @EventData("event.detail.host") String host) {
            super(source, fromClient);
            this.host = host;
        }

        String host() {
            return host;
        }
    }

    /** A change began that will soon be told by {@link Changed}. */
    @DomEvent("qliento-changing")
    public static final class Changing extends ComponentEvent<FlowCanvas> {

        public Changing(FlowCanvas source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    Registration addHostWishedListener(ComponentEventListener<HostWished> listener) {
        return addListener(HostWished.class, listener);
    }

    Registration addChangingListener(ComponentEventListener<Changing> listener) {
        return addListener(Changing.class, listener);
    }

    Registration addChangedListener(ComponentEventListener<Changed> listener) {
        return addListener(Changed.class, listener);
    }
}
