package com.qliento.organisation;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to read and write an organisation's rows: a transaction whose organisation PostgreSQL knows. Row-level
 * security shows and accepts no row of another organisation; outside a scope no row at all.
 */
@Component
public class OrganisationScope {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    OrganisationScope(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work in a transaction of this organisation, joining one that is open already. Joining a transaction of
     * another organisation switches what is visible for the rest of it, so it is not done: one transaction, one
     * organisation. Commits when the work returns, rolls back when it throws.
     */
    public <T> T in(OrganisationId organisation, Supplier<T> work) {
        return transactions.execute(status -> {
            enter(organisation);
            return work.get();
        });
    }

    /** As {@link #in}, for work without a result. */
    public void run(OrganisationId organisation, Runnable work) {
        transactions.executeWithoutResult(status -> {
            enter(organisation);
            work.run();
        });
    }

    /**
     * As {@link #run}, for the few short statements that each message needs: their plans are made once and kept, whatever
     * the values, and always use an index, since a queue is empty whenever statistics are made. Not for searches, whose
     * best plan depends on what is searched for.
     */
    public void runPlanned(OrganisationId organisation, Runnable work) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            SELECT set_config('qliento.organisation', ?, true),
                              set_config('plan_cache_mode', 'force_generic_plan', true),
                              set_config('enable_seqscan', 'off', true)
                            """).param(organisation.toString()).query((row, n) -> true).single();
            work.run();
        });
    }

    /** Sets the organisation of the transaction that is open on this thread, until it ends. */
    public void enter(OrganisationId organisation) {
        jdbc.sql("SELECT set_config('qliento.organisation', ?, true)")
                .param(organisation.toString())
                .query((row, n) -> true)
                .single();
    }
}
