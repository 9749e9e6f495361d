package com.qliento.ui.board;

import com.qliento.call.CallsAtBlock;
import com.qliento.transcript.LiveConversations;
import com.qliento.transcript.LiveConversations.Standing;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who stands at a block now, each a way into the conversation for those who may read it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LiveSheet extends Aside {

    private static final int MOST = 50;

    private final transient LiveConversations live;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final H2 title = new H2();
    private final Div content = new Div();
    private @Nullable String definition;
    private @Nullable String element;

    LiveSheet(LiveConversations live, SignedIn signedIn, Clock clock) {
        this.live = live;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-live-sheet");
        getElement().setAttribute("aria-label", getTranslation("live.sheet"));
        var close = new Button(new Icon("close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(getTranslation("editor.close"));
        var head = new Div(title, close);
        head.addClassName("q-live-sheet-head");
        add(head, content);
        setVisible(false);
    }

    /** Shows who stands at this block. */
    void show(String definitionId, String elementId, String name) {
        definition = definitionId;
        element = elementId;
        title.setText(name);
        setVisible(true);
        refresh();
    }

    void close() {
        definition = null;
        element = null;
        setVisible(false);
    }

    /** Looks again. */
    void refresh() {
        if (definition == null || element == null) {
            return;
        }
        var standing = live.at(signedIn.actor(), definition, element, MOST);
        content.removeAll();
        var calls = live.calls(signedIn.actor(), definition, element);
        if (!calls.equals(CallsAtBlock.NONE)) {
            content.add(figures(calls));
        }
        if (standing.isEmpty()) {
            content.add(new Paragraph(getTranslation("live.nobody")));
            return;
        }
        var list = new UnorderedList();
        standing.forEach(one -> list.add(line(one)));
        content.add(list);
        if (standing.size() == MOST) {
            content.add(new Paragraph(getTranslation("live.most", MOST)));
        }
    }

    private Component figures(CallsAtBlock calls) {
        var now = new Span(getTranslation("live.calls.now", calls.waiting()));
        var ofDay = new Span(getTranslation(
                "live.calls.day", calls.calls(), calls.failed(), calls.timedOut(), calls.medianMillis()));
        ofDay.getElement().getClassList().set("q-live-calls-bad", calls.failed() + calls.timedOut() > 0);
        var both = new Div(now, ofDay);
        both.addClassName("q-live-calls");
        return both;
    }

    private Component line(Standing one) {
        var since = new When(one.since(), clock.instant(), signedIn.zone());
        if (one.conversation() == null) {
            return new ListItem(new Span(getTranslation("live.masked")), since);
        }
        var name = one.name() == null ? getTranslation("conversations.erased.person") : one.name();
        return new ListItem(new Anchor("conversations/" + one.conversation(), name), since);
    }
}
