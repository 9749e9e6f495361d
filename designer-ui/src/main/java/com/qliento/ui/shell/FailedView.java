package com.qliento.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A view could not be shown for a reason nobody foresaw. Stands without navigation, which may be what failed. */
@AnonymousAllowed
class FailedView extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        addClassName("alone");
        var number = Reference.of(error.getException());
        say("failed", "alert", getTranslation("error.title"), getTranslation("error.help", number), again(), home());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
