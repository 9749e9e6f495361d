package com.qliento.simulator.whatsapp;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection without an answer when the request was marked so. Below the servlet API because that has no way
 * to say nothing: even an error is an answer.
 */
final class HangUpValve extends ValveBase {

    /** Request attribute: drop the connection. */
    static final String HANG_UP = "com.qliento.simulator.hang-up";

    HangUpValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(HANG_UP) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
