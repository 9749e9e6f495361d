package com.qliento.ui.shell;

import com.qliento.ui.home.HomeView;

/** What the shell must not do: it stands below the areas. For the test of that rule. */
public final class KnowsAnArea {

    /** A view of an area. */
    public Class<?> area() {
        return HomeView.class;
    }
}
