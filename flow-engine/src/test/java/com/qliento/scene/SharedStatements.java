package com.qliento.scene;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Camunda's own statements, read once for all engines of a process: reading them was half the work of starting one. Each
 * engine runs them on its own database.
 */
final class SharedStatements extends AbstractProcessEnginePlugin {

    private static @Nullable Configuration read;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var known = known(null);
        if (known != null) {
            engine.setSqlSessionFactory(new OnOneDatabase(
                    known, new Environment("default", new ManagedTransactionFactory(), engine.getDataSource())));
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        known(engine.getSqlSessionFactory().getConfiguration());
    }

    private static synchronized @Nullable Configuration known(@Nullable Configuration now) {
        if (read == null) {
            read = now;
        }
        return read;
    }

    /** What the statements were read for has another database: sessions are opened on the engine's own. */
    private static final class OnOneDatabase extends DefaultSqlSessionFactory {

        private final Environment environment;

        OnOneDatabase(Configuration statements, Environment environment) {
            super(statements);
            this.environment = environment;
        }

        @Override
        public SqlSession openSession() {
            return openSession(getConfiguration().getDefaultExecutorType());
        }

        @Override
        public SqlSession openSession(ExecutorType type) {
            var transaction =
                    environment.getTransactionFactory().newTransaction(environment.getDataSource(), null, false);
            return new DefaultSqlSession(getConfiguration(), getConfiguration().newExecutor(transaction, type), false);
        }

        @Override
        public SqlSession openSession(boolean autoCommit) {
            throw new UnsupportedOperationException("on the wrong database");
        }

        @Override
        public SqlSession openSession(TransactionIsolationLevel level) {
            throw new UnsupportedOperationException("on the wrong database");
        }

        @Override
        public SqlSession openSession(ExecutorType type, boolean autoCommit) {
            throw new UnsupportedOperationException("on the wrong database");
        }

        @Override
        public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
            throw new UnsupportedOperationException("on the wrong database");
        }
    }
}
