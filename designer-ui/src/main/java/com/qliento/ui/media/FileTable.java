package com.qliento.ui.media;

import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFilter.Order;
import com.qliento.media.MediaUse;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import elemental.json.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a list of files: what each is and what sends it. */
final class FileTable {

    private static final String FILE = """
            <div class="q-file">
              <div class="q-file-picture">${item.image
                ? html`<img src="${item.to}" alt="" loading="lazy">`
                : html`<q-icon name="${item.kind}"></q-icon>`}</div>
              <div class="q-list-words">
                <a class="q-list-link" href="${item.to}" router-ignore target="_blank" rel="noopener">${item.name}</a>
                <span>${item.words}</span>
              </div>
            </div>
            """;

    private static final String USES = """
            <div class="q-file-uses">${item.uses !== '[]'
              ? JSON.parse(item.uses).map((use) => html`
                <div><a href="flows/edit/${use.key}" router-link>${use.name}</a>
                  <span class="q-state ${use.live ? 'good' : 'draft'}">${use.state}</span></div>`)
              : html`<span class="q-file-unused">${item.none}</span>`}</div>
            """;

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    FileTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param uses what sends a file
     * @param delete asks whether to delete it; null for those who only look
     */
    List<Column<MediaFacts>> columns(
            SerializableFunction<UUID, List<MediaUse.Used>> uses, @Nullable SerializableConsumer<MediaFacts> delete) {
        var columns = new ArrayList<Column<MediaFacts>>();
        columns.add(Column.drawn(said("files.column.name"), file())
                .sorted(ListAddress.name(Order.NAME), ListAddress.name(Order.NAME_BACKWARDS))
                .share(5));
        columns.add(Column.<MediaFacts>words(
                        said("files.column.size"),
                        file -> Sizes.said(file.bytes(), UI.getCurrent().getLocale()),
                        file -> null)
                .sorted(ListAddress.name(Order.SMALLEST), ListAddress.name(Order.LARGEST)));
        columns.add(Column.<MediaFacts>time(
                        said("files.column.uploaded"), file -> new When(file.uploadedAt(), clock.instant(), zone))
                .sorted(ListAddress.name(Order.OLDEST), ListAddress.name(Order.NEWEST)));
        columns.add(Column.drawn(
                        said("files.column.uses"),
                        LitRenderer.<MediaFacts>of(USES)
                                .withProperty("none", file -> said("files.unused"))
                                .withProperty("uses", file -> json(uses.apply(file.id()))))
                .share(4));
        if (delete != null) {
            columns.add(Column.component("", (MediaFacts file) -> delete(file, delete))
                    .wide("60px"));
        }
        return columns;
    }

    private LitRenderer<MediaFacts> file() {
        return LitRenderer.<MediaFacts>of(FILE)
                .withProperty("name", MediaFacts::name)
                .withProperty("to", file -> "media/" + file.id())
                .withProperty("image", file -> file.kindWord().equals("image"))
                .withProperty("kind", MediaFacts::kindWord)
                .withProperty("words", file -> said("files.kind." + file.kindWord()));
    }

    private String json(List<MediaUse.Used> uses) {
        var all = Json.createArray();
        for (var used : uses) {
            var use = Json.createObject();
            use.put("key", used.key());
            use.put("name", used.name());
            use.put("live", used.live());
            use.put("state", said(used.live() ? "files.use.live" : "files.use.draft"));
            all.set(all.length(), use);
        }
        return all.toJson();
    }

    private Component delete(MediaFacts file, SerializableConsumer<MediaFacts> delete) {
        var button = new Button(new Icon("remove"), click -> delete.accept(file));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(speaker.getTranslation("files.delete.of", file.name()));
        button.setTooltipText(said("files.delete"));
        return button;
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
