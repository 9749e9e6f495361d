package com.qliento.ui.secret;

import com.qliento.secret.SecretFacts;
import com.qliento.secret.SecretUse;
import com.qliento.ui.list.Column;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import elemental.json.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of secrets. */
final class SecretTable {

    private static final String NAME = """
            <div class="q-list-words"><span class="q-secret-name">${item.name}</span><span>${item.by}</span></div>
            """;

    private static final String USES = """
            <div class="q-file-uses">${item.uses !== '[]'
              ? JSON.parse(item.uses).map((use) => html`
                <div><a href="${use.address}" router-link>${use.name}</a>
                  <span class="q-state ${use.live ? 'good' : 'draft'}">${use.state}</span></div>`)
              : html`<span class="q-file-unused">${item.none}</span>`}</div>
            """;

    /** What somebody who may can do with a secret. */
    record Acts(SerializableConsumer<SecretFacts> replace, SerializableConsumer<SecretFacts> delete) {}

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    SecretTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param uses what names a secret
     * @param by the name of whoever set one
     * @param acts null for those who only look
     */
    List<Column<SecretFacts>> columns(
            SerializableFunction<String, List<SecretUse.Used>> uses,
            SerializableFunction<String, String> by,
            @Nullable Acts acts) {
        var columns = new ArrayList<Column<SecretFacts>>();
        columns.add(Column.drawn(
                        said("secrets.column.name"),
                        LitRenderer.<SecretFacts>of(NAME)
                                .withProperty("name", SecretFacts::name)
                                .withProperty(
                                        "by",
                                        secret -> speaker.getTranslation("secrets.by", by.apply(secret.changedBy()))))
                .share(4));
        columns.add(
                Column.time(said("secrets.column.set"), secret -> new When(secret.changedAt(), clock.instant(), zone)));
        columns.add(Column.drawn(
                        said("secrets.column.uses"),
                        LitRenderer.<SecretFacts>of(USES)
                                .withProperty("none", secret -> said("secrets.unused"))
                                .withProperty("uses", secret -> json(uses.apply(secret.name()))))
                .share(4));
        if (acts != null) {
            columns.add(Column.component("", (SecretFacts secret) -> (Component) new Div(
                            button("replace", "secrets.replace", secret, acts.replace()),
                            button("remove", "secrets.delete", secret, acts.delete())))
                    .wide("110px"));
        }
        return columns;
    }

    /** Where what names a secret is looked at. */
    static String address(SecretUse.Used used) {
        return (used.kind().equals("trigger") ? "triggers/" : "flows/edit/") + used.key();
    }

    /** The key of the words for what names a secret, and whether it counts now. */
    static String state(SecretUse.Used used) {
        if (used.kind().equals("trigger")) {
            return used.live() ? "secrets.use.trigger" : "secrets.use.trigger.off";
        }
        return used.live() ? "secrets.use.live" : "secrets.use.draft";
    }

    private String json(List<SecretUse.Used> uses) {
        var all = Json.createArray();
        for (var used : uses) {
            var use = Json.createObject();
            use.put("address", address(used));
            use.put("name", used.name());
            use.put("live", used.live());
            use.put("state", said(state(used)));
            all.set(all.length(), use);
        }
        return all.toJson();
    }

    private Button button(String icon, String words, SecretFacts secret, SerializableConsumer<SecretFacts> does) {
        var button = new Button(new Icon(icon), click -> does.accept(secret));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(speaker.getTranslation(words + ".of", secret.name()));
        button.setTooltipText(said(words));
        return button;
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
