package com.qliento.ui.shell;

import com.qliento.problem.Redacted;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people read when their session is over, or when something fails while they work. */
@Component
class Sessions implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int MILLIS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent starting) {
        var words = new Words();
        starting.getSource().setSystemMessagesProvider(about -> {
            var messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(true);
            messages.setSessionExpiredCaption(words.getTranslation("session.over", about.getLocale()));
            messages.setSessionExpiredMessage(words.getTranslation("session.over.help", about.getLocale()));
            messages.setInternalErrorNotificationEnabled(true);
            messages.setInternalErrorCaption(words.getTranslation("session.failed", about.getLocale()));
            messages.setInternalErrorMessage(words.getTranslation("session.failed.help", about.getLocale()));
            return messages;
        });
        starting.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(Sessions::failed));
    }

    private static void failed(ErrorEvent failure) {
        var ticket = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A click failed, ticket {}", ticket, Redacted.of(failure.getThrowable()));
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notification.show(
                            ui.getTranslation("session.error", ticket), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR));
        }
    }
}
