package com.qliento.door;

import com.qliento.problem.ProblemKind;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Measures every body, and answers for those that were refused where nobody else has. Below the servlet API: a filter's
 * wrapper does not see the server itself read a form.
 */
final class BodyValve extends ValveBase {

    /** Request attribute: the {@link MeasuredBody}. */
    static final String BODY = "com.qliento.door.body";

    private final Doors doors;
    private final Patience patience;
    private final BytesInFlight inFlight;
    private final ProblemAnswers answers;

    BodyValve(Doors doors, Patience patience, BytesInFlight inFlight, ProblemAnswers answers) {
        super(true);
        this.doors = doors;
        this.patience = patience;
        this.inFlight = inFlight;
        this.answers = answers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var raw = MeasuredBody.rawOf(coyote.getInputBuffer());
        coyote.setInputBuffer(raw);
        if (!Bodies.has(request) || doors.measuresItself(request)) {
            getNext().invoke(request, response);
            return;
        }
        var path = Doors.path(request);
        var size = new MeasuredBody.Size(Bodies.length(request), doors.most(path, request.getQueryString()));
        var waiting = patience.waiting(doors.passes(path, Door.Passage.PROGRAMS));
        var body = new MeasuredBody(raw, patience, waiting, inFlight, size);
        request.setAttribute(BODY, body);
        if (size.declared() > size.most()) {
            answer(BodyRefused.tooLarge(size.most()), request, response);
            return;
        }
        coyote.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            body.letGo();
            if (!request.isAsync()) {
                coyote.setInputBuffer(raw);
            }
        }
        var refused = body.refused();
        if (refused != null && !response.isCommitted()) {
            answer(refused, request, response);
        }
    }

    private void answer(BodyRefused refused, Request request, Response response) throws IOException {
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.reset();
        response.getCoyoteResponse().resetError();
        response.setStatus(answers.status(refused));
        response.setContentType("application/problem+json");
        response.setHeader("Connection", "close");
        if (refused.is(ProblemKind.UNAVAILABLE)) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream().write(answers.body(refused));
        response.finishResponse();
    }
}
