package com.qliento.ui.tryout;

import com.qliento.ui.board.EditorView;

/** A class of the phone that uses the board it stands beside. */
public final class KnowsTheBoard {

    /** The board's view. */
    public Class<?> board() {
        return EditorView.class;
    }
}
