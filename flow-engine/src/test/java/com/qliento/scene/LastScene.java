package com.qliento.scene;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Closes the shared scene after the last test, while its database is still there: in the end of the program both go at
 * once, and the application would wait for a database that is gone until it is killed.
 */
public final class LastScene implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Scene.closeShared();
    }
}
