package com.qliento.ui.home;

import com.qliento.outbox.NumberCheck;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.html.Div;
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

    HomeView(Facts facts, NumberCheck check, SignedIn signedIn) {
        addClassName("q-view");
        add(new ViewHead(getTranslation("home.title", signedIn.name()), getTranslation("home.sentence")));
        var now = facts.of(signedIn.actor(), signedIn.zone());
        var columns = new Div(new NeedsCard(now, check, signedIn), new TodayCard(now));
        var steps = new StepsCard(now.steps(), signedIn);
        if (!steps.allDone()) {
            columns.add(steps);
        }
        columns.addClassName("q-home");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home") + " · Qliento";
    }
}
