package com.qliento.rules.policy;

import com.qliento.rules.policy.RuleBook.Policy;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The platform's policies. Safe for many threads; a decision takes some microseconds. The first one made in a process
 * makes all rules ready, beside whoever makes it; who asks before they are ready waits.
 */
public final class Policies {

    /** The files are the platform's own and never change while it runs, so all that are made share what they became. */
    private static final class Ready {

        private static final CompletableFuture<RuleBook> BOOK = new CompletableFuture<>();

        static {
            var reader = new Thread(
                    () -> {
                        try {
                            BOOK.complete(new RuleBook());
                        } catch (RuntimeException | Error broken) {
                            BOOK.completeExceptionally(broken);
                        }
                    },
                    "rules");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private final CompletableFuture<RuleBook> book = Ready.BOOK;

    /** Every rule there is. */
    public List<PolicyRule> rules() {
        return book.join().rules().stream().map(PolicyRule::new).toList();
    }

    /** Whether a message may be sent now. */
    public Ruling send(SendRequest request, SendLimits limits) {
        return book.join()
                .decide(Policy.SEND, new Ruling.Findings(), List.of(request, limits))
                .ruling();
    }

    /** Who gets a customer's message. */
    public Routing route(Heard heard) {
        return book.join()
                .decide(Policy.ROUTE, new Routing.Findings(), List.of(heard))
                .routing();
    }

    /** Whether a plan gives what an organisation is about to use. */
    public Ruling entitled(PlanUse use) {
        return book.join()
                .decide(Policy.PLAN, new Ruling.Findings(), List.of(use))
                .ruling();
    }

    /** Until when data is kept. */
    public Retention retention(KeptData data) {
        return book.join()
                .decide(Policy.RETENTION, new Retention.Findings(), List.of(data))
                .retention();
    }

    /** Until when a privacy case has to be answered. */
    public Deadlines deadlines(PrivacyClock clock) {
        return book.join()
                .decide(Policy.DEADLINE, new Deadlines.Findings(), List.of(clock))
                .deadlines();
    }

    /** What looks like abuse in what one customer's number did. */
    public List<PolicyRule> abuse(Watched.Customer customer) {
        return book.join()
                .decide(Policy.ABUSE, new Watched.Findings(), List.of(customer))
                .signals();
    }

    /** The same of one of the organisation's numbers. */
    public List<PolicyRule> abuse(Watched.PhoneNumber number) {
        return book.join()
                .decide(Policy.ABUSE, new Watched.Findings(), List.of(number))
                .signals();
    }

    /** The same of attempts to sign in. */
    public List<PolicyRule> abuse(Watched.SignIns signIns) {
        return book.join()
                .decide(Policy.ABUSE, new Watched.Findings(), List.of(signIns))
                .signals();
    }
}
