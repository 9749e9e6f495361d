package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What can be done everywhere: go to a view, change organisation, language and look, sign out. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShellCommands implements Commands {

    private final Words words;
    private final AuthenticationContext authentication;

    ShellCommands(Words words, AuthenticationContext authentication) {
        this.words = words;
        this.authentication = authentication;
    }

    @Override
    public List<Command> of(SignedIn who, UI ui) {
        var all = new ArrayList<Command>();
        var go = ui.getTranslation("shell.go");
        Doorkeeper.open(who).values().stream()
                .flatMap(List::stream)
                .forEach(
                        entry -> all.add(Command.go(go, ui.getTranslation(entry.title()), entry.icon(), entry.path())));
        var organisation = ui.getTranslation("nav.organisation");
        for (var membership : who.memberships()) {
            if (!membership.equals(who.membership())) {
                all.add(new Command(
                        organisation,
                        membership.organisationName(),
                        "building",
                        window -> who.workFor(membership, Whereabouts.staying(window))));
            }
        }
        var mine = ui.getTranslation("shell.mine");
        for (var locale : words.getProvidedLocales()) {
            all.add(new Command(mine, Whereabouts.named(locale), "languages", window -> who.speak(locale)));
        }
        all.add(new Command(mine, ui.getTranslation("nav.look"), "moon", window -> window.getPage()
                .executeJs("window.qlientoLook.turn()")));
        all.add(new Command(mine, ui.getTranslation("shell.keys"), "keyboard", window -> window.getPage()
                .executeJs("window.qlientoKeys.help()")));
        all.add(new Command(mine, ui.getTranslation("nav.signOut"), "logOut", window -> leave(window, authentication)));
        return all;
    }

    /** Signs out, and leaves nothing of the person's work in this browser. */
    static void leave(UI ui, AuthenticationContext authentication) {
        ui.getPage().executeJs("sessionStorage.clear()").then(done -> authentication.logout());
    }
}
