package com.qliento.request;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.conversation.BlockParameters;
import com.qliento.database.TimeOrderedId;
import com.qliento.guard.AddressRefusal;
import com.qliento.guard.AllowedHost;
import com.qliento.guard.HttpReply;
import com.qliento.guard.RefusedAddress;
import com.qliento.host.AllowedHosts;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.feel.Expressions;
import com.qliento.secret.Secrets;
import com.qliento.vault.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the request of a block now, for who draws the flow: as a flow would, to the same hosts, by the same guard, within
 * the same limits. Nothing of it is kept or recorded, and no flow hears of it. An organisation sends so many a minute on
 * each node, or it would be a way to look for servers.
 */
@Component
public class TestRequests {

    /** An organisation sends so many a minute. */
    public static final int MOST = 30;

    /** Said when it sent them, or when too many are under way. */
    public static final ProblemType TOO_MANY =
            new ProblemType(ProblemKind.UNAVAILABLE, "too-many-test-requests", "Too many requests were tried just now");

    /**
     * What is to be sent.
     *
     * @param settings of the block, as its author wrote them
     * @param samples what to put in place of each expression, by the expression as it stands in the braces; nothing for
     *     those that are not there
     * @param really that a request which may change something is meant to be sent
     */
    public record Wish(Map<String, String> settings, Map<String, String> samples, boolean really) {

        public Wish {
            settings = Map.copyOf(settings);
            samples = Map.copyOf(samples);
        }

        /** Nothing of what is sent. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    private final RequestSender sender;
    private final AllowedHosts hosts;
    private final Secrets secrets;
    private final Expressions expressions;
    private final Clock clock;
    private final TestAllowance allowance = new TestAllowance(MOST);

    TestRequests(RequestSender sender, AllowedHosts hosts, Secrets secrets, Expressions expressions, Clock clock) {
        this.sender = sender;
        this.hosts = hosts;
        this.secrets = secrets;
        this.expressions = expressions;
        this.clock = clock;
    }

    /**
     * Sends it and waits for the answer, as long as the block does. Throws {@link Problem}: forbidden for who may not draw
     * flows, invalid with the setting's name as {@code field} when it can't be used, with {@code really} when it may change
     * something and nobody said that this is meant, {@link #TOO_MANY}.
     */
    public TestAnswer send(Actor actor, Wish wish) {
        actor.require(Permission.BUILD);
        var settings = new BlockParameters(RequestBlock.REQUEST, "test", wish.settings(), expressions);
        TestSettings.check(settings);
        var template = new RequestTemplate(settings);
        var request = template.written(new Samples(wish.samples()));
        if (!request.method().equals("GET") && !wish.really()) {
            throw Problem.invalid("really", "This request may change something there. Say that it is really meant.");
        }
        var organisation = actor.organisation();
        if (!allowance.take(organisation, clock.instant())) {
            throw TOO_MANY.because(
                            "An organisation tries " + MOST + " requests a minute, and few at once. Wait a little.")
                    .with("most", MOST);
        }
        try {
            var answer = sent(actor, request, template.patience());
            return answer.word().equals(AddressRefusal.HOST_NOT_ALLOWED.code())
                    ? answer.offering(missing(organisation, settings.text(RequestSettings.ADDRESS.name())))
                    : answer;
        } finally {
            allowance.over(organisation);
        }
    }

    private TestAnswer sent(Actor actor, WrittenRequest request, Duration limit) {
        var organisation = actor.organisation();
        long began = System.nanoTime();
        try {
            HttpReply reply = sender.send(organisation, TimeOrderedId.at(clock.instant()), request, limit)
                    .join();
            var took = Duration.ofNanos(System.nanoTime() - began);
            var hidden = Reflections.of(request, name -> secrets.find(organisation, name));
            return reply.accept(new TestOutcome(request, took, hidden));
        } catch (RefusedAddress refused) {
            return TestAnswer.none(refused.refusal().code(), Duration.ZERO);
        } catch (RequestFilling.NoSecret missing) {
            return TestAnswer.none("no-secret", Duration.ZERO);
        } catch (Unreadable lost) {
            return TestAnswer.none("unreadable-secret", Duration.ZERO);
        }
    }

    /** The host of this address, unless it is allowed and the request was sent on elsewhere. */
    private @Nullable String missing(OrganisationId organisation, String address) {
        try {
            var to = Whereto.read(address).address();
            return hosts.cover(organisation, to) ? null : AllowedHost.of(to).toString();
        } catch (RefusedAddress none) {
            return null;
        }
    }
}
