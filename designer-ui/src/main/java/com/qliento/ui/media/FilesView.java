package com.qliento.ui.media;

import com.qliento.account.Permission;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.media.MediaFilter;
import com.qliento.media.MediaUse;
import com.qliento.rest.Slice;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All files that flows can send, and what sends them. */
@InNavigation(section = Section.BUILD, order = 3, title = "nav.files", icon = "images")
@Route(value = FilesView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class FilesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "files";
    private static final String SORT = "sort";
    private static final String UNUSED = "unused";
    private static final String YES = "yes";

    private final transient MediaFiles files;
    private final transient SignedIn signedIn;
    private final transient ListAddress address =
            new ListAddress().one(UNUSED, Set.of(YES)).usually(SORT, MediaFilter.Order.NEWEST);
    private final TextField search = new TextField();
    private final Checkbox idle = new Checkbox();
    private final Div filter = new Div();
    private final Span room = new Span();
    private final ListTable<MediaFacts> table;
    private transient Map<UUID, List<MediaUse.Used>> uses = Map.of();
    private transient Map<String, String> said = Map.of();

    FilesView(MediaFiles files, SignedIn signedIn, Clock clock) {
        this.files = files;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-list-view", "q-files");
        boolean mayChange = signedIn.may(Permission.BUILD);
        table = new ListTable<>(
                getTranslation("nav.files"),
                MediaFacts::id,
                new FileTable(this, clock, signedIn.zone())
                        .columns(id -> uses.getOrDefault(id, List.of()), mayChange ? this::delete : null),
                this::nothing);
        table.onSort(order -> go(SORT, order));
        add(new ViewHead(getTranslation("nav.files"), getTranslation("files.sentence")));
        if (mayChange) {
            add(new FileUpload(files, signedIn, this::load));
        }
        add(filter(), table);
    }

    private Component filter() {
        search.setPlaceholder(getTranslation("files.search"));
        search.setAriaLabel(getTranslation("files.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        idle.setLabel(getTranslation("files.idle"));
        idle.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(UNUSED, change.getValue() ? YES : "");
            }
        });
        room.addClassName("q-files-room");
        filter.add(search, idle, room);
        filter.addClassName("q-files-filter");
        return filter;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        said = address.follow(event);
        idle.setValue(said.containsKey(UNUSED));
        load();
    }

    private void go(String name, String value) {
        address.go(PATH, said, name, value);
    }

    private void load() {
        uses = files.uses(signedIn.actor());
        var taken = files.room(signedIn.actor());
        room.setText(getTranslation(
                "files.room", Sizes.said(taken.used(), getLocale()), Sizes.said(taken.most(), getLocale())));
        filter.setVisible(taken.used() > 0);
        show();
    }

    private void show() {
        var order = said.getOrDefault(SORT, "");
        var wanted = new MediaFilter(
                search.getValue(),
                idle.getValue() ? uses.keySet() : Set.of(),
                ListAddress.constant(MediaFilter.Order.class, order));
        table.show(rows(wanted), order, filter.isVisible());
    }

    private Rows<MediaFacts> rows(MediaFilter wanted) {
        return new Rows<>() {
            @Override
            public int count() {
                return files.count(signedIn.actor(), wanted);
            }

            @Override
            public List<MediaFacts> slice(Slice slice) {
                return files.slice(signedIn.actor(), wanted, slice);
            }
        };
    }

    private Component nothing(boolean filtered) {
        return filtered
                ? ListTable.nothing("search", getTranslation("files.none"), getTranslation("files.none.help"))
                : ListTable.nothing("images", getTranslation("files.empty"), getTranslation("files.empty.help"));
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
