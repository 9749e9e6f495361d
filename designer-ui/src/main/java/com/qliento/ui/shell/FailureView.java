package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import com.qliento.problem.Redacted;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view could not be shown. The person gets a ticket to name; what went wrong stands in the log, without content. */
@AnonymousAllowed
public class FailureView extends Div implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        if (parameter.getException() instanceof Problem refused
                && refused.status().is4xxClientError()) {
            add(new Lost("lost.page"));
            return refused.status().value();
        }
        var ticket = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A view failed, ticket {}", ticket, Redacted.of(parameter.getException()));
        add(new Lost("lost.failure", ticket));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
