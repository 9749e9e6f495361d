package com.qliento.rules.feel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How long the processor has worked for a thread, however long others kept it from working. */
final class ProcessorTime {

    /** Where it is not told: for virtual threads, and on some machines. */
    static final long UNKNOWN = -1;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** Nanoseconds of this thread, from an unknown start; {@link #UNKNOWN} where nobody counts them. */
    static long ofThisThread() {
        try {
            return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : UNKNOWN;
        } catch (UnsupportedOperationException notForThisThread) {
            return UNKNOWN;
        }
    }
}
