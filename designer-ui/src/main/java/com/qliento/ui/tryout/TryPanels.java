package com.qliento.ui.tryout;

import com.qliento.tryout.FlowCases;
import com.qliento.tryout.Tryouts;
import com.qliento.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Puts a phone beside a drawing. */
@Component
public class TryPanels {

    private final Tryouts tryouts;
    private final FlowCases cases;

    TryPanels(Tryouts tryouts, FlowCases cases) {
        this.tryouts = tryouts;
        this.cases = cases;
    }

    /** A phone for the flow of this key. */
    public TryPanel beside(TryPanel.Board board, SignedIn signedIn, String key) {
        return new TryPanel(tryouts, cases, signedIn, board, key);
    }
}
