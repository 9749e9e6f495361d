package com.qliento.demo;

import java.util.List;

/** The application would be reachable from outside with credentials that everybody knows. */
class DemoExposed extends RuntimeException {

    /**
     * @param known what everybody knows, each with what to do about it
     */
    DemoExposed(Reach reach, List<String> known) {
        super("Everybody knows credentials that open this Qliento, and " + reach + ". These are known: "
                + String.join("; ", known)
                + ". Change them (what is stored is replaced at the start), or switch the demo off with"
                + " qliento.demo.enabled=false, which closes all that it stored, or listen on this machine only with"
                + " server.address=127.0.0.1.");
    }
}
