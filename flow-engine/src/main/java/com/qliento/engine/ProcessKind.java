package com.qliento.engine;

import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What a process is for. Its definition says so by how its key begins, whoever deployed it and whether it has a tenant
 * or not; nobody asks it in another way, and a process of no kind is not deployed.
 */
public enum ProcessKind {

    /** Talks with a customer; the instance that was started first has the conversation as its business key. */
    CHAT("qliento-flow-", "qliento-try-", 0),

    /** Handles a case about somebody's data, which has to be proved afterwards. */
    PRIVACY("privacy-", "try-privacy-", 3 * 365);

    private final String live;
    private final String tried;
    private final int historyDays;

    ProcessKind(String live, String tried, int historyDays) {
        this.live = live;
        this.tried = tried;
        this.historyDays = historyDays;
    }

    /** The kind of this definition; empty when its key begins like none. */
    public static Optional<ProcessKind> of(ProcessDefinition definition) {
        var key = definition.getKey();
        return Arrays.stream(values())
                .filter(kind -> key.startsWith(kind.live) || key.startsWith(kind.tried))
                .findFirst();
    }

    /** Whether this definition is of this kind. */
    public boolean holds(ProcessDefinition definition) {
        return of(definition).filter(this::equals).isPresent();
    }

    /** Whether this definition is of this kind and at work, not only tried. */
    public boolean isAtWork(ProcessDefinition definition) {
        return definition.getKey().startsWith(live);
    }

    /** The process key of what an organisation calls by this key, the same in every organisation. */
    public String processKey(String key) {
        return live + key;
    }

    /** The process key under which it is tried, beside what is published. */
    public String tryKey(String key) {
        return tried + key;
    }

    /** For how many days from its start the engine keeps what an instance did; 0 when it keeps nothing of it. */
    int historyDays() {
        return historyDays;
    }
}
