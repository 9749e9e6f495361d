package com.qliento.ui.structure.broken;

import com.qliento.ui.home.HomeView;

/** A class of one area that uses another's. */
public final class KnowsAnotherArea {

    /** Another area's view. */
    public Class<?> other() {
        return HomeView.class;
    }
}
