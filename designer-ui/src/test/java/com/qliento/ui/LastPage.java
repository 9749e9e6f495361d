package com.qliento.ui;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Closes the application after the last test, as somebody who stops it does, and not in the end of the program. */
public final class LastPage implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Application.close();
    }
}
