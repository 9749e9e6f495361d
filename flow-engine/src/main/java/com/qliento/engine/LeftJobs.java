package com.qliento.engine;

import com.qliento.database.NodeConnection;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Timers' steps that were under way in a process that ended: whatever ended it may be one of them, so each counts as a try
 * that failed. Looked for once at each start, before timers are taken; a timer that is taken says by which node, which costs
 * nothing more. One that was only about to be tried counts too, and has tries enough left.
 */
@Component
class LeftJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeftJobs.class);
    private static final String OWNER = "node-";

    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;
    private final NodeConnection node;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private volatile boolean running;

    LeftJobs(
            ProcessEngineConfigurationImpl engine,
            ManagementService management,
            NodeConnection node,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager) {
        this.engine = engine;
        this.management = management;
        this.node = node;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    private record Left(String id, int retries) {}

    @Override
    public void start() {
        running = true;
        var executor = engine.getJobExecutor();
        if (executor != null) {
            executor.setLockOwner(OWNER + node.node());
        }
        count();
    }

    /** Counts a failed try for each that a node which is gone was at, and lets it be taken again. */
    void count() {
        var left = jdbc.sql("""
                        SELECT id_, retries_ FROM act_ru_job WHERE lock_owner_ LIKE 'node-%' AND retries_ > 0
                          AND lock_owner_ <> ALL (ARRAY(SELECT 'node-' || n FROM outbox_living_nodes() AS n))
                        """)
                .query((row, n) -> new Left(row.getString(1), row.getInt(2)))
                .list();
        left.forEach(this::count);
    }

    private void count(Left job) {
        try {
            transactions.executeWithoutResult(status -> {
                int taken = jdbc.sql("UPDATE act_ru_job SET lock_owner_ = NULL, lock_exp_time_ = NULL"
                                + " WHERE id_ = ? AND lock_owner_ IS NOT NULL AND retries_ = ?")
                        .param(job.id())
                        .param(job.retries())
                        .update();
                if (taken > 0) {
                    management.setJobRetries(job.id(), job.retries() - 1);
                }
            });
            LOG.warn("A process ended while the timer's step {} was under way", job.id());
        } catch (RuntimeException elsewhere) {
            LOG.debug(
                    "Another node counts {}: {}", job.id(), elsewhere.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After this node has its number. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }
}
