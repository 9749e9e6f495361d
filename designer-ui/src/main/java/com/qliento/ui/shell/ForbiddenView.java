package com.qliento.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** The view is there, and not for the person's role: says which role that is and who can change it. */
@ParentLayout(MainLayout.class)
@PermitAll
class ForbiddenView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private final transient SignedIn signedIn;

    ForbiddenView(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        sayForbidden(signedIn);
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
