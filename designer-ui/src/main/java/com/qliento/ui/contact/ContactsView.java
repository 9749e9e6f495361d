package com.qliento.ui.contact;

import com.qliento.account.Permission;
import com.qliento.contact.ContactBook;
import com.qliento.contact.ContactSummary;
import com.qliento.rest.Slice;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Everybody the organisation knows, the newest first; found by number, name or id. */
@InNavigation(section = Section.TALK, order = 3, title = "nav.contacts", icon = "person")
@Route(value = ContactsView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ContactsView extends Div implements HasDynamicTitle {

    static final String PATH = "contacts";

    private final transient ContactBook book;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Paragraph looked = new Paragraph();
    private final ListTable<ContactSummary> table;

    ContactsView(ContactBook book, SignedIn signedIn, Clock clock) {
        this.book = book;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-contacts");
        search.setLabel(getTranslation("contacts.search"));
        search.setPlaceholder(getTranslation("contacts.search.example"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(400);
        search.setMaxLength(100);
        // What is looked for may be somebody's number: nothing remembers it.
        search.getElement().setAttribute("autocomplete", "off");
        search.addValueChangeListener(typed -> show());
        looked.addClassName("q-contacts-looked");
        table = new ListTable<>(getTranslation("nav.contacts"), ContactSummary::id, columns(), this::nothing);
        add(new ViewHead(getTranslation("nav.contacts"), getTranslation("contacts.sentence")), search, looked, table);
        show();
    }

    private List<Column<ContactSummary>> columns() {
        return List.of(
                Column.<ContactSummary>link(
                                getTranslation("contacts.column.who"),
                                one -> ContactWords.name(this, one),
                                one -> PATH + "/" + one.id(),
                                ContactWords::number)
                        .share(4),
                Column.<ContactSummary>time(
                                getTranslation("contacts.column.since"),
                                one -> new When(one.createdAt(), clock.instant(), signedIn.zone()))
                        .share(2));
    }

    private Div nothing(boolean filtered) {
        var words = filtered ? "contacts.none" : "contacts.empty";
        return ListTable.nothing("person", getTranslation(words), getTranslation(words + ".help"));
    }

    private void show() {
        var words = search.getValue().strip();
        if (words.isEmpty()) {
            looked.setVisible(false);
            table.show(all(), "", false);
            return;
        }
        var found = book.search(signedIn.actor(), words);
        looked.setText(getTranslation(
                switch (found.how()) {
                    case NUMBER -> "contacts.looked.number";
                    case ID -> "contacts.looked.id";
                    case NAME -> "contacts.looked.name";
                    case SOME_NAMES -> "contacts.looked.some";
                },
                found.looked()));
        looked.setVisible(true);
        table.show(listed(found.people()), "", true);
    }

    private static Rows<ContactSummary> listed(List<ContactSummary> people) {
        return new Rows<>() {
            @Override
            public int count() {
                return people.size();
            }

            @Override
            public List<ContactSummary> slice(Slice slice) {
                return people.stream().skip(slice.offset()).limit(slice.size()).toList();
            }
        };
    }

    private Rows<ContactSummary> all() {
        return new Rows<>() {
            @Override
            public int count() {
                return book.count(signedIn.actor());
            }

            @Override
            public List<ContactSummary> slice(Slice slice) {
                return book.slice(signedIn.actor(), slice);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.contacts") + " · Qliento";
    }
}
