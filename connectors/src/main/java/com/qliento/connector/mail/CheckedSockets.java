package com.qliento.connector.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of one delivery. The very address that is connected to is looked at, whatever the name said before. */
final class CheckedSockets extends SocketFactory {

    private final Predicate<InetAddress> allowed;
    private volatile boolean refused;
    private volatile @Nullable Socket last;

    CheckedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** Whether an address was refused. */
    boolean hasRefused() {
        return refused;
    }

    /** Breaks off whatever is under way. */
    void close() {
        var socket = last;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException gone) {
                // That is what was wanted.
            }
        }
    }

    @Override
    public Socket createSocket() {
        var socket = new Checked();
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private final class Checked extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (endpoint instanceof InetSocketAddress there
                    && !there.isUnresolved()
                    && !allowed.test(there.getAddress())) {
                refused = true;
                throw new IOException("an address that nobody may be sent to");
            }
            super.connect(endpoint, timeout);
        }
    }
}
