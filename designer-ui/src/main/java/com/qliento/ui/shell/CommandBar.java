package com.qliento.ui.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Everything by its name (Ctrl+K), and the page of keyboard shortcuts (?). One in each window of who signed in. */
@Tag("q-command-bar")
@JsModule("./shell/q-command-bar.js")
final class CommandBar extends Component {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INDEX = "event.detail.index";

    private final transient ObjectProvider<Commands> sources;
    private final transient SignedIn signedIn;
    private transient List<Command> commands = List.of();

    CommandBar(ObjectProvider<Commands> sources, SignedIn signedIn, UI ui) {
        this.sources = sources;
        this.signedIn = signedIn;
        listen();
        getElement()
                .callJsFunction(
                        "speak",
                        json(Stream.of("title", "placeholder", "none", "keys", "close", "keys.bar", "keys.help")
                                .collect(Collectors.toMap(key -> key, key -> ui.getTranslation("shell.bar." + key)))));
    }

    /** The bar wants to know what there is, or somebody chose one of what it was told; over a dialog as well. */
    private void listen() {
        getElement().addEventListener("q-opened", opened -> fill()).allowInert();
        getElement()
                .addEventListener(
                        "q-chosen", chosen -> run((int) chosen.getEventData().getNumber(INDEX)))
                .addEventData(INDEX)
                .allowInert();
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
}
