package com.qliento.ui.shell;

import com.qliento.conversation.ConversationNews;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a view as things are: does this as soon as something happens in a conversation of the organisation on this node,
 * and now and then for what happens on others. Shows nothing.
 */
public final class Fresh extends Div {

    private static final int SECONDS = 15;

    private final transient ConversationNews news;
    private final transient OrganisationId organisation;
    private final transient Runnable action;
    private transient @Nullable Runnable silence;

    /** From when it is shown until the view is left. */
    public Fresh(ConversationNews news, OrganisationId organisation, Runnable action) {
        this.news = news;
        this.organisation = organisation;
        this.action = action;
        add(new Pulse(SECONDS, action));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        silence = news.listen(organisation, () -> {
            try {
                var unused = ui.access(action::run);
            } catch (UIDetachedException gone) {
                // It stops listening as it goes.
                return;
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (silence != null) {
            silence.run();
            silence = null;
        }
    }
}
