package com.qliento.ui.shell;

import com.qliento.account.Account;
import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.account.Actor;
import com.qliento.account.Membership;
import com.qliento.account.Permission;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who looks at the screens, for which organisation they work now, and what they may do there. One for each session. */
@Component
@VaadinSessionScope
public class SignedIn {

    private final Accounts accounts;
    private final Account account;
    private List<Membership> memberships;
    private Membership current;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
        this.account =
                (Account) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        this.memberships = accounts.memberships(account.id());
        this.current = memberships.get(0);
    }

    /** The person's name, as colleagues see it. */
    public String name() {
        return account.name();
    }

    /** Their account. */
    public AccountId account() {
        return account.id();
    }

    /** The organisation they work for now, and their role in it. */
    public Membership membership() {
        return current;
    }

    /** All organisations they may work for. */
    public List<Membership> memberships() {
        return memberships;
    }

    /** The time zone that their days are counted in. */
    public ZoneId zone() {
        return account.zone();
    }

    /** The person as one who does something, for the services to judge by what is stored when they do it. */
    public Actor actor() {
        return accounts.actor(account.id(), current);
    }

    /** Whether their role allows this in the current organisation. */
    public boolean may(Permission permission) {
        return current.role().may(permission);
    }

    /** Learns what changed since; false when they no longer work for the organisation, or for any. */
    boolean lookAgain() {
        memberships = accounts.memberships(account.id());
        var still = memberships.stream()
                .filter(membership -> membership.organisation().equals(current.organisation()))
                .findFirst();
        still.ifPresent(membership -> current = membership);
        return still.isPresent();
    }

    /**
     * Works for another of their organisations from now on, at this address. Their other windows come home: what they
     * show belongs to the organisation that was left, and nothing typed there may end up in the new one.
     */
    void workFor(Membership membership, String address) {
        current = membership;
        var here = UI.getCurrent();
        for (var other : List.copyOf(VaadinSession.getCurrent().getUIs())) {
            if (!other.equals(here)) {
                other.getPage().executeJs("window.location.assign(document.baseURI)");
                other.push();
                other.close();
            }
        }
        here.getPage().setLocation(address);
    }

    /** Speaks this language from now on. */
    void speak(Locale locale) {
        accounts.speak(account.id(), locale);
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().getPage().reload();
    }
}
