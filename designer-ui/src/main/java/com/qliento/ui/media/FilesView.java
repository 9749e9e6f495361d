package com.qliento.ui.media;

import com.qliento.account.Permission;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.media.MediaUse;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All files that flows can send, and what sends them. */
@InNavigation(section = Section.BUILD, order = 3, title = "nav.files", icon = "images")
@Route(value = "files", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class FilesView extends Div implements HasDynamicTitle {

    private final transient MediaFiles files;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Checkbox idle = new Checkbox();
    private final Div filter = new Div();
    private final Span room = new Span();
    private final Div list = new Div();
    private transient List<MediaFacts> all = List.of();
    private transient Map<UUID, List<MediaUse.Used>> uses = Map.of();

    FilesView(MediaFiles files, SignedIn signedIn, Clock clock) {
        this.files = files;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-files");
        add(new ViewHead(getTranslation("nav.files"), getTranslation("files.sentence")));
        if (signedIn.may(Permission.BUILD)) {
            add(new FileUpload(files, signedIn, this::load));
        }
        add(filter(), list);
        load();
    }

    private Component filter() {
        search.setPlaceholder(getTranslation("files.search"));
        search.setAriaLabel(getTranslation("files.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        idle.setLabel(getTranslation("files.idle"));
        idle.addValueChangeListener(change -> show());
        room.addClassName("q-files-room");
        filter.add(search, idle, room);
        filter.addClassName("q-files-filter");
        return filter;
    }

    private void load() {
        all = files.list(signedIn.actor());
        uses = files.uses(signedIn.actor());
        var taken = files.room(signedIn.actor());
        room.setText(getTranslation(
                "files.room", Sizes.said(taken.used(), getLocale()), Sizes.said(taken.most(), getLocale())));
        filter.setVisible(!all.isEmpty());
        show();
    }

    private void show() {
        list.removeAll();
        var wanted = all.stream().filter(this::wanted).toList();
        if (wanted.isEmpty()) {
            list.add(all.isEmpty() ? empty() : new Paragraph(getTranslation("files.none")));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassName("q-files-list");
        wanted.forEach(file -> rows.add(new FileRow(
                file,
                uses.getOrDefault(file.id(), List.of()),
                new FileRow.Look(signedIn.zone(), clock.instant()),
                signedIn.may(Permission.BUILD) ? this::delete : null)));
        list.add(rows);
    }

    private boolean wanted(MediaFacts file) {
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        return file.name().toLowerCase(Locale.ROOT).contains(words)
                && (!idle.getValue() || !uses.containsKey(file.id()));
    }

    private Component empty() {
        var empty = new Div(
                new Icon("images"),
                new H2(getTranslation("files.empty")),
                new Paragraph(getTranslation("files.empty.help")));
        empty.addClassName("q-empty");
        return empty;
    }

    private void delete(MediaFacts file) {
        uses = files.uses(signedIn.actor());
        new DeleteFile(files, signedIn, file, this::load).ask(uses.getOrDefault(file.id(), List.of()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.files") + " · Qliento";
    }
}
