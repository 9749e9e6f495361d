package com.qliento.ui.key;

import com.qliento.account.Permission;
import com.qliento.key.ProgramKeys;
import com.qliento.organisation.ApiKey;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All API keys: what each may do, who made it, when it was used last. Their texts are shown nowhere. */
@InNavigation(section = Section.CONNECT, order = 3, title = "nav.keys", icon = "lock")
@Route(value = "keys", layout = MainLayout.class)
@PermitAll
@Needs(Permission.MANAGE_CONNECTIONS)
public class KeysView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 8_000;

    /** Longer unused than this, a key is a door that nobody would miss. */
    private static final Duration LONG_AGO = Duration.ofDays(90);

    private final transient ProgramKeys keys;
    private final transient SignedIn signedIn;
    private final transient Authors authors;
    private final transient Clock clock;
    private final ListTable<ApiKey> table;

    KeysView(ProgramKeys keys, SignedIn signedIn, Authors authors, Clock clock) {
        this.keys = keys;
        this.signedIn = signedIn;
        this.authors = authors;
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-api-keys");
        table = new ListTable<>(
                getTranslation("nav.keys"),
                key -> key.id().toString(),
                columns(),
                filtered -> ListTable.nothing("lock", getTranslation("keys.empty"), getTranslation("keys.empty.help")));
        var add = new Button(
                getTranslation("keys.add"), new Icon("plus"), click -> new KeyDialog(keys, signedIn, this::show)
                        .open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new ViewHead(getTranslation("nav.keys"), getTranslation("keys.sentence"), add), table);
        show();
    }

    private List<Column<ApiKey>> columns() {
        return List.of(
                Column.component(getTranslation("keys.column.name"), this::name).share(4),
                Column.component(getTranslation("keys.column.scopes"), this::scopes)
                        .share(3),
                Column.component(getTranslation("keys.column.made"), (ApiKey key) -> (Component) when(key.createdAt()))
                        .share(2),
                Column.component(getTranslation("keys.column.used"), this::used).share(2),
                Column.component("", this::act).wide("70px"));
    }

    private Component name(ApiKey key) {
        var by = key.createdBy().isEmpty()
                ? getTranslation("keys.by.nobody")
                : getTranslation(
                        "keys.by",
                        authors.names(signedIn.actor().organisation(), List.of(key.createdBy()))
                                .get(key.createdBy()));
        var words = new Div(new Span(key.name()), new Span(by));
        words.addClassName("q-list-words");
        return words;
    }

    private Component scopes(ApiKey key) {
        var words = key.scopes().stream()
                .sorted()
                .map(scope -> getTranslation("keys.scope." + scope.word()))
                .collect(Collectors.joining(", "));
        return new Span(key.scopes().contains(KeyScope.ADMIN) ? getTranslation("keys.scope.admin") : words);
    }

    private Component used(ApiKey key) {
        var used = key.lastUsedAt();
        if (used == null) {
            return new Span(getTranslation("keys.unused"));
        }
        var when = when(used);
        if (used.isBefore(clock.instant().minus(LONG_AGO))) {
            when.addClassNames("q-state", "draft");
        }
        return when;
    }

    private When when(Instant time) {
        return new When(time, clock.instant(), signedIn.zone());
    }

    private Component act(ApiKey key) {
        var revoke = new Button(new Icon("remove"), click -> ask(key));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        revoke.setAriaLabel(getTranslation("keys.revoke.of", key.name()));
        revoke.setTooltipText(getTranslation("keys.revoke"));
        return revoke;
    }

    private void ask(ApiKey key) {
        Sure.ends(
                this,
                new Sure.Words(
                        getTranslation("keys.revoke.title", key.name()),
                        getTranslation(key.lastUsedAt() == null ? "keys.revoke.unused" : "keys.revoke.help"),
                        getTranslation("keys.revoke")),
                () -> revoke(key));
    }

    private void revoke(ApiKey key) {
        try {
            keys.revoke(signedIn.actor(), key.id());
            tell(getTranslation("keys.revoked", key.name()), null);
        } catch (Problem refused) {
            tell(Refusal.words(this, refused), NotificationVariant.LUMO_ERROR);
        }
        show();
    }

    private static void tell(String words, @Nullable NotificationVariant variant) {
        var told = Notification.show(words, MILLIS, Notification.Position.BOTTOM_START);
        if (variant != null) {
            told.addThemeVariants(variant);
        }
    }

    private void show() {
        table.show(rows(), "", false);
    }

    private Rows<ApiKey> rows() {
        return new Rows<>() {
            @Override
            public int count() {
                return keys.all(signedIn.actor()).size();
            }

            @Override
            public List<ApiKey> slice(Slice slice) {
                return keys.all(signedIn.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList();
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.keys") + " · Qliento";
    }
}
