package com.qliento.ui.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Everything by its name (Ctrl+K), and the page of keyboard shortcuts (?). One in each window of who signed in. */
@Tag("q-command-bar")
@JsModule("./shell/q-command-bar.js")
final class CommandBar extends Component {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient ObjectProvider<Commands> sources;
    private final transient SignedIn signedIn;
    private transient List<Command> commands = List.of();

    CommandBar(ObjectProvider<Commands> sources, SignedIn signedIn, UI ui) {
        this.sources = sources;
        this.signedIn = signedIn;
        addListener(Opened.class, opened -> fill());
        addListener(Chosen.class, chosen -> run(chosen.index));
        getElement()
                .callJsFunction(
                        "speak",
                        json(Stream.of("title", "placeholder", "none", "keys", "close", "keys.bar", "keys.help")
                                .collect(java.util.stream.Collectors.toMap(
                                        key -> key, key -> ui.getTranslation("shell.bar." + key)))));
    }

    private void fill() {
        var ui = getUI().orElseThrow();
        commands = sources.orderedStream()
                .flatMap(source -> source.of(signedIn, ui).stream())
                .toList();
        getElement()
                .callJsFunction(
                        "fill",
                        json(commands.stream()
                                .map(command -> Map.of(
                                        "group", command.group(), "words", command.words(), "icon", command.icon()))
                                .toList()));
    }

    private void run(int index) {
        if (index >= 0 && index < commands.size()) {
            commands.get(index).action().accept(getUI().orElseThrow());
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The bar opened and wants to know what there is. */
    @DomEvent("q-opened")
    public static final class Opened extends ComponentEvent<CommandBar> {

        public Opened(CommandBar source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Somebody chose one of what it was told. */
    @DomEvent("q-chosen")
    public static final class Chosen extends ComponentEvent<CommandBar> {

        private final int index;

        public Chosen(CommandBar source, boolean fromClient, @EventData("event.detail.index") int index) {
            super(source, fromClient);
            this.index = index;
        }
    }
}
