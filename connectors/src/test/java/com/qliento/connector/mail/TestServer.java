package com.qliento.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A mail server on this machine, with a certificate of its own making for {@code localhost}. */
public final class TestServer implements AutoCloseable {

    public static final String USER = "shop";
    public static final String PASSWORD = "tok-4f9a";

    private static final SSLContext TLS = tls();

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private volatile int recipientCode;
    private volatile int mailCode;
    private volatile String endsAt = "";
    private boolean holds;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private TestServer(SMTPServer.Builder builder) {
        server = builder.hostName("localhost")
                .sessionHandler(new Connections())
                .messageHandlerFactory(context -> new Handler((Session) context))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    said.add("login " + user);
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .build();
        server.start();
    }

    public static TestServer startTls() {
        return new TestServer(SMTPServer.port(0).enableTLS().requireTLS().startTlsSocketFactory(TLS));
    }

    static TestServer tlsFromTheFirstByte() {
        return new TestServer(SMTPServer.port(0).serverSocketFactory(TLS));
    }

    static TestServer withoutTls() {
        return new TestServer(SMTPServer.port(0));
    }

    public TestServer answersRecipients(int code) {
        recipientCode = code;
        return this;
    }

    public TestServer answersMail(int code) {
        mailCode = code;
        return this;
    }

    /** Says nothing to a mail it has, until it is closed. */
    TestServer holdsTheMail() {
        holds = true;
        return this;
    }

    void awaitsMail() throws InterruptedException {
        if (!held.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no mail came");
        }
    }

    /** Ends the next connection that comes to this: "from", "to" or "data", the mail being there. */
    public TestServer endsAt(String command) {
        endsAt = command;
        return this;
    }

    /** Ends all connections there are. */
    void hangUp() {
        sessions.forEach(TestServer::end);
    }

    private static void end(Session session) {
        try {
            session.closeSocket();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    /** Waits until so many more connections have ended. */
    void awaitsEnds(int count) throws InterruptedException {
        if (!ended.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a connection is open still");
        }
    }

    /** How many connections there are. */
    int connections() {
        return sessions.size();
    }

    /** How often somebody signed in. */
    public long logins() {
        return said.stream().filter(one -> one.startsWith("login ")).count();
    }

    /** The ways to this server, and to any other on this machine that can show whatever certificate. */
    public static MailRoutes routes(Clock clock) {
        return new MailRoutes(InetAddress::isLoopbackAddress, clock, "localhost");
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What was said to it, besides the mail. */
    public List<String> said() {
        return said;
    }

    /** The mail it took, read as a program reads it. */
    public List<MimeMessage> taken() {
        return taken.stream().map(TestServer::read).toList();
    }

    private static MimeMessage read(byte[] mail) {
        try {
            return new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private final class Connections implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            sessions.add(session);
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            sessions.remove(session);
            ended.release();
        }
    }

    private final class Handler implements MessageHandler {

        private final Session session;

        Handler(Session session) {
            this.session = session;
        }

        @Override
        public void from(String from) {
            said.add("from " + from);
            comesTo("from");
        }

        private void comesTo(String command) {
            if (endsAt.equals(command)) {
                endsAt = "";
                end(session);
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            said.add("to " + recipient);
            comesTo("to");
            if (recipientCode != 0) {
                throw new RejectException(recipientCode, "not " + recipient);
            }
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            if (holds) {
                held.countDown();
                awaitClosing();
            }
            if (mailCode != 0) {
                throw new RejectException(mailCode, "no");
            }
            taken.add(bytes);
            comesTo("data");
            return null;
        }

        private void awaitClosing() {
            try {
                closed.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void done() {
            said.add("done");
        }
    }

    private static SSLContext tls() {
        try {
            var store = certificate(Files.createTempDirectory("mail-server"));
            var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<String>(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", "changeit", "-keystore", store.toString()));
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IllegalStateException("no certificate was made");
        }
        return store;
    }
}
