package com.qliento.ui.home;

import com.qliento.account.Permission;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The first steps of whoever is new; each is ticked by having been done. */
final class StepsCard extends Div {

    private final UnorderedList list = new UnorderedList();
    private int done;
    private int all;

    private final transient SignedIn signedIn;
    private transient FirstSteps.Done shown;

    StepsCard(FirstSteps.Done steps, SignedIn signedIn) {
        this.signedIn = signedIn;
        this.shown = steps;
        addClassName("q-card");
        list.addClassName("q-steps");
        draw(steps);
    }

    /** Shows what is done by now; drawn again only when that has changed. */
    void show(FirstSteps.Done steps) {
        if (!steps.equals(shown)) {
            shown = steps;
            removeAll();
            list.removeAll();
            done = 0;
            all = 0;
            draw(steps);
        }
    }

    private void draw(FirstSteps.Done steps) {
        var phone = step(steps.tried(), "simulator/phone", "home.step.try");
        phone.setTarget(AnchorTarget.BLANK);
        phone.setRouterIgnore(true);
        if (signedIn.may(Permission.BUILD)) {
            step(steps.edited(), "flows", "home.step.edit");
        }
        if (signedIn.may(Permission.PUBLISH)) {
            step(steps.published(), "flows", "home.step.publish");
        }
        if (signedIn.may(Permission.MANAGE_CONNECTIONS)) {
            step(steps.connected(), "connections", "lib.home.step.connect");
        }
        var count = new Span(getTranslation("lib.home.steps", done, all));
        count.addClassName("q-quiet");
        var head = new Div(new H2(getTranslation("home.steps")), count);
        head.addClassName("q-card-head");
        add(head, list);
    }

    /** Whether there is nothing left to show. */
    boolean allDone() {
        return done == all;
    }

    private Anchor step(boolean isDone, String address, String key) {
        var link = new Anchor(address, getTranslation(key));
        var item = new ListItem(new Icon(isDone ? "check" : "circle"), link);
        item.addClassName(isDone ? "done" : "open");
        if (isDone) {
            done++;
            link.getElement().setAttribute("aria-label", getTranslation("lib.home.done", getTranslation(key)));
        }
        list.add(item);
        all++;
        return link;
    }
}
