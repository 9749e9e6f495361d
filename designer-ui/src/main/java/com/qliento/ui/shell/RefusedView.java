package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import com.qliento.rest.ProblemStatus;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** A service refused what a view wanted to show. */
@ParentLayout(MainLayout.class)
@PermitAll
class RefusedView extends ErrorPage implements HasErrorParameter<Problem> {

    private final transient SignedIn signedIn;

    RefusedView(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> error) {
        var refusal = error.getException();
        switch (refusal.type().kind()) {
            case FORBIDDEN -> sayForbidden(signedIn);
            case MISSING ->
                say(
                        "not-found",
                        "circleHelp",
                        getTranslation("error.missing"),
                        getTranslation("error.missing.help"),
                        home());
            default -> say("refused", "alert", refusal.type().title(), Refusal.words(this, refusal), again(), home());
        }
        return ProblemStatus.of(refusal.type().kind());
    }
}
