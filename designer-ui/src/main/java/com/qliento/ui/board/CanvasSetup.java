package com.qliento.ui.board;

import com.qliento.account.Permission;
import com.qliento.flow.Flows;
import com.qliento.media.MediaFiles;
import com.qliento.ruleset.LiveDecisions;
import com.qliento.secret.Secrets;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.SignedIn;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells a canvas, before a flow is drawn on it, what there is beside the flow: other flows, tables, files, secrets. */
@Component
class CanvasSetup {

    private final Flows flows;
    private final LiveDecisions decisions;
    private final MediaFiles files;
    private final Secrets secrets;
    private final BoardSetup boards;

    CanvasSetup(Flows flows, LiveDecisions decisions, MediaFiles files, Secrets secrets, BoardSetup boards) {
        this.flows = flows;
        this.decisions = decisions;
        this.files = files;
        this.secrets = secrets;
        this.boards = boards;
    }

    void tell(FlowCanvas canvas, String flow, SignedIn signedIn, Locale language) {
        var organisation = signedIn.membership().organisation();
        var around = new BoardSetup.Around(
                flow,
                organisation,
                flows.names(signedIn.actor()),
                decisions.all(organisation),
                secrets.names(organisation));
        canvas.setUp(boards.json(language, !signedIn.may(Permission.BUILD), around));
        BoardFiles.connect(canvas, files, signedIn);
    }
}
