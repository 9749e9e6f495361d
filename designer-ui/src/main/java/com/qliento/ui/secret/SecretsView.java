package com.qliento.ui.secret;

import com.qliento.account.Permission;
import com.qliento.rest.Slice;
import com.qliento.secret.SecretFacts;
import com.qliento.secret.SecretUse;
import com.qliento.secret.Secrets;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All secrets by name, who set them and when, and the flows that name them. Their values are shown nowhere. */
@InNavigation(section = Section.CONNECT, order = 2, title = "nav.secrets", icon = "key")
@Route(value = "secrets", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class SecretsView extends Div implements HasDynamicTitle {

    private final transient Secrets secrets;
    private final transient SignedIn signedIn;
    private final transient Authors authors;
    private final ListTable<SecretFacts> table;
    private transient Map<String, List<SecretUse.Used>> uses = Map.of();
    private transient Map<String, String> names = Map.of();

    SecretsView(Secrets secrets, SignedIn signedIn, Authors authors, Clock clock) {
        this.secrets = secrets;
        this.signedIn = signedIn;
        this.authors = authors;
        addClassNames("q-view", "q-list-view", "q-secrets");
        boolean mayChange = signedIn.may(Permission.MANAGE_CONNECTIONS);
        table = new ListTable<>(
                getTranslation("nav.secrets"),
                SecretFacts::name,
                new SecretTable(this, clock, signedIn.zone())
                        .columns(
                                name -> uses.getOrDefault(name, List.of()),
                                by -> names.getOrDefault(by, by),
                                mayChange ? new SecretTable.Acts(this::replace, this::delete) : null),
                filtered -> ListTable.nothing(
                        "key",
                        getTranslation("secrets.empty"),
                        getTranslation(mayChange ? "secrets.empty.help" : "secrets.empty.ask")));
        add(head(mayChange), table);
        show();
    }

    private Component head(boolean mayChange) {
        var title = getTranslation("nav.secrets");
        var sentence = getTranslation("secrets.sentence");
        if (!mayChange) {
            return new ViewHead(title, sentence);
        }
        var add = new Button(getTranslation("secrets.add"), new Icon("plus"), click -> set(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, add);
    }

    private void show() {
        var all = secrets.all(signedIn.actor());
        uses = secrets.uses(signedIn.actor());
        names = authors.names(
                signedIn.actor().organisation(),
                all.stream().map(SecretFacts::changedBy).toList());
        table.show(rows(), "", false);
    }

    private Rows<SecretFacts> rows() {
        return new Rows<>() {
            @Override
            public int count() {
                return secrets.all(signedIn.actor()).size();
            }

            @Override
            public List<SecretFacts> slice(Slice slice) {
                return secrets.all(signedIn.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList();
            }
        };
    }

    private void replace(SecretFacts secret) {
        set(secret.name());
    }

    private void set(@Nullable String name) {
        new SecretDialog(secrets, signedIn, name, this::show).open();
    }

    private void delete(SecretFacts secret) {
        uses = secrets.uses(signedIn.actor());
        new DeleteSecret(secrets, signedIn, secret.name(), this::show).ask(uses.getOrDefault(secret.name(), List.of()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.secrets") + " · Qliento";
    }
}
