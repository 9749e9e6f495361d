package com.qliento.ui.home;

import com.qliento.conversation.ConversationNews;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.Fresh;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** What needs me now, how today goes, and the first steps of whoever is new. */
@InNavigation(section = Section.START, order = 1, title = "nav.home", icon = "house")
@Route(value = "", layout = MainLayout.class)
@PermitAll
@Needs({})
public class HomeView extends Div implements HasDynamicTitle {

    HomeView(
            MessagesToday messages,
            FirstSteps first,
            ObjectProvider<Attention> areas,
            ConversationNews news,
            SignedIn signedIn) {
        addClassName("q-view");
        add(new ViewHead(getTranslation("home.title", signedIn.name()), getTranslation("home.sentence")));
        var actor = signedIn.actor();
        var needs = new NeedsCard(areas.orderedStream().toList(), signedIn, UI.getCurrent());
        var today = new TodayCard(messages.of(actor.organisation(), signedIn.zone()));
        var columns = new Div(needs, today);
        var steps = new StepsCard(first.of(actor), signedIn);
        if (!steps.allDone()) {
            columns.add(steps);
        }
        columns.addClassName("q-home");
        add(columns, new Fresh(news, actor.organisation(), () -> {
            needs.refresh();
            today.show(messages.of(actor.organisation(), signedIn.zone()));
            steps.show(first.of(signedIn.actor()));
            steps.setVisible(!steps.allDone());
        }));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home") + " · Qliento";
    }
}
