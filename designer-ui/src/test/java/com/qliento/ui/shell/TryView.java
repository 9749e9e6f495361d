package com.qliento.ui.shell;

import com.qliento.account.Permission;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A view of the tests, for owners, in which things go wrong when asked to. */
@Route(value = "try-things", layout = MainLayout.class)
@PermitAll
@Needs(Permission.MANAGE_PEOPLE)
public class TryView extends Div {

    /** Stands in messages of failures as a customer's words would. */
    public static final String SECRET = "what a customer wrote";

    TryView() {
        var pushed = new Span("waiting");
        pushed.setId("pushed");
        add(
                new NativeButton("fail", click -> {
                    throw new IllegalStateException(SECRET);
                }),
                new NativeButton("refuse", click -> {
                    throw new ProblemType(ProblemKind.CONFLICT, "taken", "Taken").because("Somebody was quicker.");
                }),
                new NativeButton("push", click -> getUI().ifPresent(
                                ui -> new Thread(() -> ui.access(() -> pushed.setText("pushed"))).start())),
                pushed);
    }

    /** Can not even be shown. */
    @Route("try-broken")
    @PermitAll
    @Needs({})
    public static class Broken extends Div {

        Broken() {
            throw new IllegalStateException(SECRET);
        }
    }

    /** Is refused by a service. */
    @Route(value = "try-refused", layout = MainLayout.class)
    @PermitAll
    @Needs({})
    public static class Refused extends Div {

        Refused(SignedIn signedIn) {
            setId("refused");
            signedIn.actor().require(Permission.MANAGE_CONNECTIONS);
        }
    }
}
