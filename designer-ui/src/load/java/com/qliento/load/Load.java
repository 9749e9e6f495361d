package com.qliento.load;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Runs customers against an application and tells what they met. Exit code 0: nothing lost, repeated, misordered or
 * refused.
 */
public final class Load {
    private static final int PROGRESS_SECONDS = 5;
    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(30);

    private final Options options;
    private final Clock clock;

    Load(Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** Takes the options of {@link Options#USAGE}; the last line printed is the result as JSON. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            Options options = Options.parse(arguments);
            Report report = new Load(options, Clock.systemUTC()).run(System.err);
            System.out.println(report.table());
            System.out.println(report.json());
            System.exit(report.passed() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        }
    }

    /** Returns when every customer has stopped and late replies had their time; progress goes to {@code out}. */
    Report run(PrintStream out) throws IOException, InterruptedException {
        var ledger = new Ledger(options, System.nanoTime());
        var statuses = new Statuses(options, clock);
        try (var sink = new Sink(options, ledger, statuses)) {
            out.println("sink on port " + sink.port());
            var writers = new ArrayList<Thread>();
            for (int i = 0; i < options.customers(); i++) {
                var writer = new Thread(new Writer(i, options, ledger, clock), "customer " + i);
                writer.setDaemon(true);
                writer.start();
                writers.add(writer);
            }
            for (Thread writer : writers) {
                watch(writer, ledger, out);
            }
            statuses.finish(STATUS_PATIENCE);
            Thread.sleep(options.settle().toMillis());
            return new Report(options, ledger, statuses, cpuSeconds());
        }
    }

    private static void watch(Thread writer, Ledger ledger, PrintStream out) throws InterruptedException {
        writer.join(PROGRESS_SECONDS * 1000L);
        while (writer.isAlive()) {
            Customer.Count count = ledger.count();
            out.println("accepted " + count.accepted() + ", replies " + count.replies());
            writer.join(PROGRESS_SECONDS * 1000L);
        }
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1000.0)
                .orElse(0.0);
    }
}
