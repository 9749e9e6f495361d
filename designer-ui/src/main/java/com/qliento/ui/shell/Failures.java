package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;

/** What is said when something a person did on a screen failed: a refusal in its words, else a number to tell us. */
final class Failures implements ErrorHandler {

    @Override
    public void error(ErrorEvent event) {
        var cause = event.getThrowable();
        var refusal = Reference.refusalIn(cause);
        var ui = UI.getCurrent();
        if (refusal != null) {
            show(ui, words(ui, refusal), false);
        } else {
            show(ui, ui == null ? Reference.of(cause) : ui.getTranslation("error.help", Reference.of(cause)), true);
        }
    }

    private static String words(UI ui, Problem refusal) {
        if (ui == null) {
            return String.valueOf(refusal.getMessage());
        }
        return refusal.is(ProblemKind.FORBIDDEN) ? ui.getTranslation("error.forbidden") : Refusal.words(ui, refusal);
    }

    private static void show(UI ui, String words, boolean again) {
        if (ui == null || !ui.isAttached()) {
            return;
        }
        var notice = new Notification();
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.setDuration(again ? 0 : 8_000);
        notice.setAssertive(true);
        var text = new Div(new Span(again ? ui.getTranslation("error.title") : words));
        if (again) {
            text.add(new Span(words));
        }
        var buttons = new Div();
        if (again) {
            buttons.add(
                    button(ui.getTranslation("shell.again"), () -> ui.getPage().reload()));
        }
        buttons.add(button(ui.getTranslation("editor.close"), notice::close));
        var box = new Div(text, buttons);
        box.addClassName("q-failure");
        notice.add(box);
        notice.open();
    }

    private static Button button(String words, com.vaadin.flow.server.Command action) {
        var button = new Button(words, click -> action.execute());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
