package com.qliento.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file behind a flow: its root element and the one process that is the flow. */
public final class FlowSource {

    /** What may stand in a process and is drawn for people only: left out of what runs. */
    static final Set<String> DECORATIONS = Set.of(
            "documentation",
            "extensionElements",
            "laneSet",
            "textAnnotation",
            "association",
            "group",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "ioSpecification",
            "ioBinding",
            "property",
            "auditing",
            "monitoring",
            "resourceRole",
            "performer",
            "humanPerformer",
            "potentialOwner",
            "supportedInterfaceRef",
            "supports",
            "correlationSubscription",
            "artifact");

    private final Xml definitions;
    private final List<Xml> processes;
    private final @Nullable Xml process;

    private FlowSource(Xml definitions) {
        this.definitions = definitions;
        this.processes = definitions
                .all("process")
                .filter(process -> process.children().stream().anyMatch(FlowSource::step))
                .toList();
        this.process = processes.stream()
                .filter(FlowSource::executable)
                .findFirst()
                .or(() -> processes.stream().findFirst())
                .orElse(null);
    }

    static FlowSource read(byte[] bpmn) {
        Xml root = XmlReader.read(bpmn);
        if (!root.is("definitions")) {
            throw new UnreadableFlow(Said.of("not-bpmn", Sentences.quote(root.tag())), root.line());
        }
        return new FlowSource(root);
    }

    /** A missing isExecutable counts as true, as it does for Camunda. */
    public static boolean executable(Xml process) {
        return !process.attribute("isExecutable").strip().matches("false|0");
    }

    static boolean step(Xml element) {
        return element.bpmn() && !element.is("sequenceFlow") && !DECORATIONS.contains(element.tag());
    }

    public Xml definitions() {
        return definitions;
    }

    /** The processes with at least one step in them; an empty one is a closed pool, drawn for people. */
    public List<Xml> processes() {
        return processes;
    }

    public Optional<Xml> process() {
        return Optional.ofNullable(process);
    }

    String name() {
        return process().map(Xml::name).orElse("");
    }

    /** All steps, of the vocabulary or not, in the order of the file. */
    public List<Xml> nodes() {
        return process()
                .map(found -> found.children().stream().filter(FlowSource::step).toList())
                .orElse(List.of());
    }

    public List<Xml> arrows() {
        return process().map(found -> found.all("sequenceFlow").toList()).orElse(List.of());
    }

    /** The code of the error this errorRef names; empty when there is none. */
    public String errorCode(String errorRef) {
        return definitions
                .all("error")
                .filter(error -> error.id().equals(errorRef))
                .map(error -> error.attribute("errorCode"))
                .findFirst()
                .orElse("");
    }
}
