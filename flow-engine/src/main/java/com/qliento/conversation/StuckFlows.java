package com.qliento.conversation;

import com.qliento.conversation.told.StepNews;
import com.qliento.engine.ProcessKind;
import com.qliento.engine.Processes;
import com.qliento.problem.Outage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends flows that a timer can't move on however often it tries, so that their conversations come free: what the customer
 * wrote meanwhile, or writes next, begins anew. Processes of another kind that stand still wait for somebody to look.
 * Several nodes may do it at once.
 */
@Component
class StuckFlows {

    private static final Logger LOG = LoggerFactory.getLogger(StuckFlows.class);
    private static final int AT_ONCE = 100;

    private final Processes processes;
    private final Steps steps;
    private final TransactionTemplate transactions;
    private final Outage outage = new Outage(LOG, "The engine can't be asked for flows that stand still");

    /** Instances that could not be ended, of which the log knows: those of the last sweep, so never many. */
    private final Set<String> told = new HashSet<>();

    StuckFlows(Processes processes, Steps steps, PlatformTransactionManager transactionManager) {
        this.processes = processes;
        this.steps = steps;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** One at a time: what is forgotten here must not be what another sweep has just told of. */
    @Scheduled(fixedDelay = 2_000)
    synchronized void sweep() {
        try {
            var all = processes.stuck(ProcessKind.CHAT, AT_ONCE);
            told.retainAll(all.stream().map(Processes.Stuck::instanceId).toList());
            all.forEach(this::free);
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** One that can't be ended must not keep the others from it; it is met again at each sweep, and told once. */
    private void free(Processes.Stuck stuck) {
        try {
            transactions.executeWithoutResult(status -> end(stuck));
            LOG.error(
                    "The flow of conversation {} failed at {} for the last time and is cancelled",
                    stuck.businessKey(),
                    stuck.element());
        } catch (RuntimeException failed) {
            if (told.add(stuck.instanceId())) {
                LOG.warn(
                        "The flow of conversation {} stands still and can't be cancelled yet: {}",
                        stuck.businessKey(),
                        failed.getClass().getSimpleName());
            }
        }
    }

    private void end(Processes.Stuck stuck) {
        steps.open(stuck.organisation(), UUID.fromString(stuck.businessKey()))
                .filter(step -> stuck.instanceId().equals(step.position().instanceId()))
                .ifPresent(step -> {
                    step.note(stuck.element() + ":failed");
                    step.work().fails();
                    step.ends(StepNews.Ending.FAILED);
                    steps.finish(step, List.of());
                });
        processes.cancel(stuck.instanceId(), "a timer failed for the last time");
    }
}
