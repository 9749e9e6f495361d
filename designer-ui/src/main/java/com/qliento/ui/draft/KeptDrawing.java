package com.qliento.ui.draft;

import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;

/**
 * Keeps in the browser's tab what is drawn or written until it is saved here, for the case that the session or the connection is
 * gone meanwhile: whoever comes back to it is asked whether to take it over. Signing out forgets it.
 */
@JsModule("./designer/kept-drawing.js")
final class KeptDrawing extends Div {

    private final Component board;

    KeptDrawing(Component board) {
        this.board = board;
        addClassName("q-kept");
        setVisible(true);
    }

    /** Begins to keep the board's file under this name; gives what was kept before, if somebody wants it. */
    void watch(SignedIn who, String called, SerializableConsumer<String> taken) {
        var name = who.membership().organisation() + "/" + called;
        getElement()
                .executeJs("return window.qlientoKept.watch($0, $1)", board.getElement(), name)
                .then(String.class, kept -> {
                    if (kept != null && !kept.isEmpty()) {
                        ask(kept, taken);
                    }
                });
    }

    /** What was drawn up to now is saved. */
    void saved() {
        getElement().executeJs("window.qlientoKept.saved($0)", board.getElement());
    }

    private void ask(String kept, SerializableConsumer<String> taken) {
        var notice = new Notification();
        notice.setPosition(Notification.Position.TOP_CENTER);
        notice.setDuration(0);
        var take = button("shell.kept.take", () -> {
            notice.close();
            taken.accept(kept);
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var drop = button("shell.kept.drop", () -> {
            notice.close();
            getElement().executeJs("window.qlientoKept.forget()");
        });
        var box = new Div(new Span(getTranslation("shell.kept")), new Div(take, drop));
        box.addClassName("q-failure");
        notice.add(box);
        notice.open();
        addDetachListener(gone -> notice.close());
    }

    private Button button(String words, Command action) {
        var button = new Button(getTranslation(words), click -> action.execute());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
