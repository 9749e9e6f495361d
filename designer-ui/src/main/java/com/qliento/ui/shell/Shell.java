package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives each window what all views rely on: who may come in, what is said when something fails, the command bar. */
@Component
class Shell implements VaadinServiceInitListener {

    private static final int RECONNECT_MILLIS = 2_000;

    private final Doorkeeper doorkeeper;
    private final ObjectProvider<SignedIn> signedIn;
    private final ObjectProvider<Commands> commands;
    private final AuthenticationContext authentication;
    private final I18NProvider words;

    Shell(
            Doorkeeper doorkeeper,
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<Commands> commands,
            AuthenticationContext authentication,
            I18NProvider words) {
        this.doorkeeper = doorkeeper;
        this.signedIn = signedIn;
        this.commands = commands;
        this.authentication = authentication;
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(this::messages);
        service.addSessionInitListener(session -> session.getSession().setErrorHandler(new Failures()));
        service.addUIInitListener(window -> prepare(window.getUI()));
    }

    private void prepare(UI ui) {
        ui.addBeforeEnterListener(doorkeeper);
        var connection = ui.getReconnectDialogConfiguration();
        connection.setDialogText(ui.getTranslation("shell.connection.lost"));
        connection.setDialogTextGaveUp(ui.getTranslation("shell.connection.gone"));
        connection.setReconnectInterval(RECONNECT_MILLIS);
        ui.addAfterNavigationListener(arrived -> {
            var there = ui.getChildren().anyMatch(CommandBar.class::isInstance);
            if (!there && authentication.isAuthenticated()) {
                ui.add(new CommandBar(commands, signedIn.getObject(), ui));
            }
        });
    }

    /** The words of the page itself, said when no view can say any; a click comes back to the same address. */
    private SystemMessages messages(SystemMessagesInfo asked) {
        var messages = new CustomizedSystemMessages();
        var locale = asked.getLocale();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.getTranslation("shell.expired", locale));
        messages.setSessionExpiredMessage(words.getTranslation("shell.expired.help", locale));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(words.getTranslation("error.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("shell.internal.help", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(words.getTranslation("shell.cookies", locale));
        messages.setCookiesDisabledMessage(words.getTranslation("shell.cookies.help", locale));
        return messages;
    }
}
