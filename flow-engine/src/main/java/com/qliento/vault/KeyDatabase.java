package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the key database. They are its own: a key is durable when a call returns, whatever becomes of a
 * transaction on the main database that may be open around it. Throws {@link KeysUnavailable} when it is away.
 */
final class KeyDatabase {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    KeyDatabase(DataSource keys) {
        this.jdbc = JdbcClient.create(keys);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(keys));
    }

    /** Runs the work in a transaction that sees the rows of this organisation only. */
    <T> T in(OrganisationId organisation, Function<JdbcClient, T> work) {
        return withoutOrganisation(client -> {
            client.sql("SELECT set_config('qliento.organisation', ?, true)")
                    .param(organisation.toString())
                    .query((row, n) -> true)
                    .single();
            return work.apply(client);
        });
    }

    /** Runs the work in a transaction that sees no organisation's rows. */
    <T> T withoutOrganisation(Function<JdbcClient, T> work) {
        try {
            return transactions.execute(status -> work.apply(jdbc));
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | RecoverableDataAccessException
                | TransactionException e) {
            throw new KeysUnavailable(e);
        }
    }
}
