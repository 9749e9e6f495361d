package com.qliento.ui.home;

import com.qliento.account.Permission;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** What needs me now, how today goes, and the first steps of whoever is new. */
@Menu(title = "nav.home", icon = "house", order = 1)
@Route(value = "", layout = MainLayout.class)
@PermitAll
@Needs({})
public class HomeView extends Div implements HasDynamicTitle {

    HomeView(Facts facts, SignedIn signedIn) {
        addClassName("q-view");
        add(new ViewHead(getTranslation("home.title", signedIn.name()), getTranslation("home.sentence")));
        var now = facts.of(signedIn.actor(), signedIn.zone());
        var columns = new Div(needsMe(now), today(now), firstSteps(now, signedIn));
        columns.addClassName("q-home");
        add(columns);
    }

    private Component needsMe(Facts.Now now) {
        var card = card(getTranslation("home.needs"));
        if (now.parkedMessages() == 0 && now.draftsNotPublished() == 0) {
            card.add(quiet(getTranslation("home.needs.nothing")));
        }
        if (now.parkedMessages() > 0) {
            card.add(state("bad", getTranslation("home.parked", now.parkedMessages())));
        }
        if (now.draftsNotPublished() > 0) {
            var drafts = new Anchor("flows", getTranslation("home.drafts", now.draftsNotPublished()));
            card.add(drafts);
        }
        return card;
    }

    private Component today(Facts.Now now) {
        var card = card(getTranslation("home.today"));
        var number = new Span(String.valueOf(now.messagesToday()));
        number.addClassName("q-number");
        card.add(number, quiet(getTranslation("home.yesterday", now.yesterdayByNow())));
        return card;
    }

    private Component firstSteps(Facts.Now now, SignedIn signedIn) {
        var card = card(getTranslation("home.steps"));
        var steps = new UnorderedList();
        steps.addClassName("q-steps");
        steps.add(step(now.anyMessage(), "simulator/phone", getTranslation("home.step.try"), true));
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            steps.add(step(
                    now.draftsNotPublished() > 0 || now.published(), "flows", getTranslation("home.step.edit"), false));
            steps.add(step(now.published(), "flows", getTranslation("home.step.publish"), false));
        }
        card.add(steps);
        return card;
    }

    private static ListItem step(boolean done, String address, String words, boolean elsewhere) {
        var link = new Anchor(address, words);
        if (elsewhere) {
            link.setTarget(AnchorTarget.BLANK);
        }
        link.setRouterIgnore(elsewhere);
        var item = new ListItem(new Icon(done ? "check" : "circle"), link);
        item.addClassName(done ? "done" : "open");
        return item;
    }

    private static Div card(String title) {
        var card = new Div(new H2(title));
        card.addClassName("q-card");
        return card;
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("q-quiet");
        return span;
    }

    private static Span state(String kind, String words) {
        var span = new Span(words);
        span.addClassNames("q-state", kind);
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home") + " · Qliento";
    }
}
