package com.qliento.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Whatever the settings say now, an earlier start may have stored credentials that everybody knows: without the demo they are
 * closed, and where others can reach the application, none may be stored when it begins to serve.
 */
@Component
class DemoGuard implements SmartLifecycle {

    /** Closes what an earlier start with the demo has stored. */
    @Component
    @ConditionalOnProperty(name = "qliento.demo.enabled", havingValue = "false", matchIfMissing = true)
    static class Off implements SmartLifecycle {

        private final DemoCredentials credentials;
        private boolean running;

        Off(DemoCredentials credentials) {
            this.credentials = credentials;
        }

        @Override
        public void start() {
            credentials.close(Demo.ORGANISATION);
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        /** As the demo's start. */
        @Override
        public int getPhase() {
            return 0;
        }
    }

    private final DemoCredentials credentials;
    private final Reach reach;
    private boolean running;

    DemoGuard(DemoCredentials credentials, Reach reach) {
        this.credentials = credentials;
        this.reach = reach;
    }

    @Override
    public void start() {
        if (!reach.thisMachineOnly()) {
            List<String> known = credentials.known(Demo.ORGANISATION);
            if (!known.isEmpty()) {
                throw new DemoExposed(reach, known);
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the demo's start has put the settings' credentials in place, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
