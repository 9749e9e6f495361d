package com.qliento.ui.flow;

import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cards or a table; a browser remembers what was chosen in it. */
final class ViewSwitch extends Div {

    static final String CARDS = "cards";
    static final String TABLE = "table";
    static final List<String> VIEWS = List.of(CARDS, TABLE);

    private static final String REMEMBER =
            "try { localStorage.setItem('qliento-flows', $0) } catch { /* keeps nothing */ }";
    private static final String RECALL = "try { return localStorage.getItem('qliento-flows') } catch { return null }";

    private final Map<String, Button> buttons = new LinkedHashMap<>();

    /** @param chosen one of {@link #VIEWS} */
    ViewSwitch(SerializableConsumer<String> chosen) {
        addClassName("q-flow-switch");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("flows.view"));
        for (var view : VIEWS) {
            var button = new Button(new Icon(view.equals(CARDS) ? "grid" : "list"), click -> {
                getElement().executeJs(REMEMBER, view);
                chosen.accept(view);
            });
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(getTranslation("flows.view." + view));
            button.setTooltipText(getTranslation("flows.view." + view));
            buttons.put(view, button);
            add(button);
        }
    }

    /** Shows that this is chosen. */
    void show(String view) {
        buttons.forEach((name, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(name.equals(view))));
    }

    /** What the browser remembers, a moment later; cards when it remembers none. */
    void remembered(SerializableConsumer<String> then) {
        getElement()
                .executeJs(RECALL)
                .then(String.class, view -> then.accept(known(view)), failed -> then.accept(CARDS));
    }

    private static String known(@Nullable String view) {
        return TABLE.equals(view) ? TABLE : CARDS;
    }
}
