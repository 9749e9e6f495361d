package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** Navigation at the side (below on a phone) and the view beside it. */
@PermitAll
public class MainLayout extends Div implements RouterLayout {

    private final Main view = new Main();
    private final transient SignedIn signedIn;
    private final transient AuthenticationContext authentication;

    MainLayout(SignedIn signedIn, AuthenticationContext authentication) {
        this.signedIn = signedIn;
        this.authentication = authentication;
        addClassName("q-shell");
        view.getElement().setAttribute("tabindex", "-1");
        add(skip(), navigation(), view);
    }

    /** The first thing a keyboard finds: past the navigation. */
    private Button skip() {
        var skip = new Button(
                getTranslation("shell.skip"), click -> view.getElement().callJsFunction("focus"));
        skip.addClassName("q-skip");
        return skip;
    }

    private Nav navigation() {
        var nav = new Nav();
        nav.addClassName("q-nav");
        nav.setAriaLabel(getTranslation("nav.label"));
        var picture = new Image("icons/qliento.svg", "");
        var mark = new Anchor("", picture, text("Qliento"));
        mark.addClassName("q-mark");
        nav.add(mark);
        var links = new Div();
        links.addClassName("q-links");
        Doorkeeper.open(signedIn).forEach((section, entries) -> links.add(section(section, entries)));
        nav.add(find(), links, end());
        return nav;
    }

    /** Opens the command bar; on a phone, where there is room for little else, it holds all the rest. */
    private NativeButton find() {
        var find = new NativeButton();
        find.addClassName("q-find");
        find.add(new Icon("search"), text(getTranslation("shell.find")), new Kbd());
        find.getElement().setAttribute("aria-label", getTranslation("shell.bar.title"));
        return find;
    }

    @Tag("kbd")
    private static final class Kbd extends HtmlComponent {
        Kbd() {
            getElement().setText("Ctrl K");
        }
    }

    /** A list that its heading names; the first has no heading, since it is where everybody begins. */
    private Div section(Section section, List<Navigation.Entry> entries) {
        var links = new Div();
        links.addClassName("q-nav-section");
        if (section != Section.START) {
            var heading =
                    new Span(getTranslation("nav.section." + section.name().toLowerCase(Locale.ROOT)));
            heading.addClassName("q-nav-heading");
            heading.setId("nav-" + section.name().toLowerCase(Locale.ROOT));
            links.add(heading);
            links.getElement()
                    .setAttribute("role", "group")
                    .setAttribute("aria-labelledby", heading.getId().orElseThrow());
        }
        entries.forEach(entry -> links.add(link(entry)));
        return links;
    }

    private RouterLink link(Navigation.Entry entry) {
        var link = new RouterLink();
        link.setRoute(entry.view());
        link.addClassName("q-nav-link");
        link.add(new Icon(entry.icon()), text(getTranslation(entry.title())));
        link.setHighlightCondition(
                entry.path().isEmpty() ? HighlightConditions.sameLocation() : HighlightConditions.locationPrefix());
        return link;
    }

    private static Span text(String words) {
        var text = new Span(words);
        text.addClassName("q-text");
        return text;
    }

    private Div end() {
        var current = signedIn.membership();
        var who = new Div(new Span(signedIn.name()), new Span(current.organisationName()));
        who.addClassName("q-who");
        var look = tool("moon", "nav.look");
        look.addClickListener(click -> look.getElement().executeJs("window.qlientoLook.turn()"));
        var leave = tool("logOut", "nav.signOut");
        leave.addClickListener(click -> getUI().ifPresent(ui -> ShellCommands.leave(ui, authentication)));
        var tools = new Div(languages(), look, leave);
        tools.addClassName("q-nav-tools");
        var end = new Div(who, tools);
        if (signedIn.memberships().size() > 1) {
            end.addComponentAtIndex(1, organisations());
        }
        end.addClassName("q-nav-end");
        return end;
    }

    private Button tool(String icon, String words) {
        var button = new Button(new Icon(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(words));
        button.setTooltipText(getTranslation(words));
        return button;
    }

    private Component languages() {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        var item = menu.addItem(new Icon("languages"));
        item.setAriaLabel(getTranslation("nav.language"));
        for (var locale : Bundles.LANGUAGES) {
            item.getSubMenu()
                    .addItem(Whereabouts.named(locale), click -> signedIn.speak(locale))
                    .setCheckable(false);
        }
        return menu;
    }

    private Component organisations() {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var item = menu.addItem(getTranslation("nav.organisation"));
        for (var membership : signedIn.memberships()) {
            item.getSubMenu().addItem(membership.organisationName(), click -> getUI().ifPresent(
                            ui -> signedIn.workFor(membership, Whereabouts.staying(ui))));
        }
        return menu;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        view.getElement().removeAllChildren().appendChild(content.getElement());
    }
}
