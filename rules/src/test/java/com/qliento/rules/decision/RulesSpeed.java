package com.qliento.rules.decision;

import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.Ruling;
import com.qliento.rules.policy.SendLimits;
import com.qliento.rules.policy.SendRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How fast decisions are on this machine, by JMH. Run its main by hand; no test depends on the figures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RulesSpeed {

    private final Policies policies = new Policies();
    private final SendRequest reply = SendRequest.reply(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
    private final SendRequest late = SendRequest.reply(Instant.EPOCH, Instant.EPOCH);
    private final DecisionModel table = new Decisions().compile(table(100));
    private final DecisionModel first = new Decisions().compile(table(1));
    private final String large = table(1_000);
    private final Expression condition =
            new Expressions().compile("total > 100 and kind = \"vip\" and count(tags) < 5");
    private final Map<String, Object> values =
            Map.of("total", new BigDecimal(9_950), "kind", "vip", "tags", List.of("a", "b"));
    private final Map<String, Object> given = Map.of("total", new BigDecimal(9_950), "kind", "vip");

    /** Runs all of them and prints. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RulesSpeed.class.getSimpleName())
                        .build())
                .run();
    }

    /** A table of so many rows, the wanted one the last. */
    static String table(int rows) {
        return Dmn.model(
                Dmn.input("total", "number"),
                Dmn.input("kind", "string"),
                Dmn.decision(
                        "Discount",
                        Dmn.table(
                                "UNIQUE",
                                List.of("total: number", "kind: string"),
                                List.of("percent: number", "reason: string"),
                                IntStream.range(0, rows)
                                        .mapToObj(i -> "[%d..%d) | \"vip\" | %d | \"step %d\""
                                                .formatted(i * 10_000 / rows, (i + 1) * 10_000 / rows, i % 50, i))
                                        .toArray(String[]::new)),
                        "in-total",
                        "in-kind"));
    }

    /** The send policy on an ordinary reply: no rule fires. */
    @Benchmark
    public Ruling sendReply() {
        return policies.send(reply, SendLimits.PLATFORM);
    }

    /** The send policy on a reply outside the window: one rule fires. */
    @Benchmark
    public Ruling sendHeld() {
        return policies.send(late, SendLimits.PLATFORM);
    }

    /** The last of a hundred rows. */
    @Benchmark
    public Decided tableOf100() {
        return table.evaluate(given);
    }

    /** A table of one row: what the engine takes around it. */
    @Benchmark
    public Decided tableOf1() {
        return first.evaluate(given);
    }

    /** A condition of a flow. */
    @Benchmark
    public @Nullable Object condition() {
        return condition.evaluate(values);
    }

    /** Compiling a thousand rows. */
    @Benchmark
    public DecisionModel compile1000() {
        return new Decisions().compile(large);
    }

    /** Checking a thousand rows, with gaps and overlaps. */
    @Benchmark
    public List<DecisionProblem> check1000() {
        return new Decisions().check(large);
    }
}
