package com.qliento.conversation;

import com.qliento.inbox.Traffic;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Redacted;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who looks at an organisation's conversations that something happened in one on this node; they look for
 * themselves what. However much happens, each hears it twice a second at most, and after the last of it once more.
 */
@Component
public class ConversationNews implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationNews.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int TELLERS = 2;

    /** Equal to nothing else: two views may come with the same action. */
    private static final class Hearer {

        private final Runnable action;

        private Hearer(Runnable action) {
            this.action = action;
        }
    }

    private final Map<OrganisationId, Set<Hearer>> hearers = new ConcurrentHashMap<>();
    private final Set<OrganisationId> due = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService tellers = Executors.newScheduledThreadPool(TELLERS, task -> {
        var thread = new Thread(task, "conversation-news");
        thread.setDaemon(true);
        return thread;
    });

    /** From now on this is run at news of the organisation, on a thread of others, until what is given back is run. */
    public Runnable listen(OrganisationId organisation, Runnable hearer) {
        var one = new Hearer(hearer);
        hearers.compute(organisation, (key, known) -> {
            Set<Hearer> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(one);
            return all;
        });
        return () -> hearers.computeIfPresent(organisation, (key, known) -> {
            known.remove(one);
            return known.isEmpty() ? null : known;
        });
    }

    @EventListener
    void on(Traffic traffic) {
        changed(traffic.organisation());
    }

    /** Something happened; costs nothing while nobody listens. */
    void changed(OrganisationId organisation) {
        if (hearers.containsKey(organisation) && due.add(organisation)) {
            var unused = tellers.schedule(() -> tell(organisation), PACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tell(OrganisationId organisation) {
        due.remove(organisation);
        for (var hearer : hearers.getOrDefault(organisation, Set.of())) {
            try {
                hearer.action.run();
            } catch (RuntimeException gone) {
                LOG.debug("Somebody who looked on has gone", Redacted.of(gone));
            }
        }
    }

    @Override
    public void destroy() {
        tellers.shutdownNow();
    }
}
