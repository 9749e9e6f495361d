package com.qliento.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The one connection a node keeps open all its life. It hears PostgreSQL's notifications and passes them on as
 * {@link DatabaseNotification}, and holds an advisory lock that says "node n lives": the lock goes with the process,
 * however it ends, so others see at once that a node is gone.
 */
public class NodeConnection implements SmartLifecycle {

    /** First half of the advisory locks that mean a living node; the second half is the node's number. */
    private static final int NODE_LOCKS = 0x514C4E44;

    /** What is cached and changed, as {@code topic:key}; the vault has a channel and words of its own. */
    private static final String CHANGES = "qliento";

    private static final int WAIT_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(NodeConnection.class);

    private final DatabaseLogin login;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile int node;
    private @Nullable Thread thread;

    NodeConnection(DatabaseLogin login, ApplicationEventPublisher events) {
        this.login = login;
        this.events = events;
    }

    /** This node's number, the same for as long as nobody else takes it; 0 until it has one. */
    public int node() {
        return node;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            try {
                var first = connect();
                thread = new Thread(() -> listen(first), "node-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (SQLException failed) {
                running.set(false);
                throw new DatabaseUnavailable("The database does not answer: " + failed.getMessage(), failed);
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.application().user());
        var password = login.application().password();
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "qliento-node");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "3");
        var connection = new Driver().connect(login.url(), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address");
        }
        try (var statement = connection.createStatement()) {
            if (login.stepsDown()) {
                statement.execute("SET ROLE " + Migrations.APPLICATION_ROLE);
            }
            if (node == 0 || !taken(statement)) {
                try (var rows = statement.executeQuery("SELECT nextval('database_node')::int")) {
                    rows.next();
                    node = rows.getInt(1);
                }
                taken(statement);
            }
            statement.execute("LISTEN " + CHANGES);
            statement.execute("LISTEN qliento_vault");
        }
        return connection;
    }

    /** Says that this node lives; after a broken connection under the number it had, unless somebody else has it. */
    private boolean taken(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + NODE_LOCKS + ", " + node + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void listen(Connection first) {
        @Nullable Connection connection = first;
        boolean told = false;
        while (running.get()) {
            try {
                if (connection == null) {
                    connection = connect();
                    events.publishEvent(DatabaseNotification.missedSome());
                }
                deliver(connection);
                told = false;
            } catch (SQLException lost) {
                if (running.get() && !told) {
                    told = true;
                    LOG.warn("Connection to the database lost ({}); trying again", lost.getSQLState());
                }
                connection = close(connection);
                pause();
            }
        }
        close(connection);
    }

    private void deliver(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (notifications == null || notifications.length == 0) {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            return;
        }
        for (var notification : notifications) {
            try {
                var text = notification.getParameter();
                events.publishEvent(
                        notification.getName().equals(CHANGES)
                                ? DatabaseNotification.parse(text)
                                : new DatabaseNotification(notification.getName(), text, false));
            } catch (RuntimeException listenerFailed) {
                LOG.error("A notification was not handled", listenerFailed);
            }
        }
    }

    @SuppressWarnings("ThreadSleep")
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Connection close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            LOG.debug("Already closed", gone);
        }
        return null;
    }

    @Override
    public void stop() {
        running.set(false);
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Before everything that works, after it on the way down. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
