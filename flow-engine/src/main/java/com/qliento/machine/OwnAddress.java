package com.qliento.machine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where this application reaches itself: told by its connector once that listens, with its real port, scheme, address and
 * context path. Before, it is what the settings say.
 */
@Component
public final class OwnAddress {

    private static final String LOOPBACK = "127.0.0.1";

    private final Environment environment;
    private volatile @Nullable String known;

    OwnAddress(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        boolean management = "management".equals(event.getApplicationContext().getServerNamespace());
        if (!management
                && event.getWebServer() instanceof TomcatWebServer tomcat
                && event.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            var context = web.getServletContext();
            known = of(tomcat.getTomcat().getConnector(), context == null ? "" : context.getContextPath());
        }
    }

    /** The address of a path of this application; the path begins with a slash. */
    public URI of(String path) {
        var base = known;
        return URI.create((base == null ? guess() : base) + path);
    }

    /** Whether it listens, so that the address is no guess. */
    public boolean isKnown() {
        return known != null;
    }

    private static String of(Connector connector, String contextPath) {
        var protocol = connector.getProtocolHandler();
        boolean tls = protocol instanceof AbstractHttp11Protocol<?> http && http.isSSLEnabled();
        var address = protocol instanceof AbstractProtocol<?> listening ? listening.getAddress() : null;
        return base(tls, host(address), connector.getLocalPort(), contextPath);
    }

    private String guess() {
        boolean tls = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate"));
        return base(
                tls,
                host(configured()),
                environment.getProperty("server.port", Integer.class, 8080),
                environment.getProperty("server.servlet.context-path", ""));
    }

    private @Nullable InetAddress configured() {
        try {
            var address = environment.getProperty("server.address");
            return address == null ? null : InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            return null;
        }
    }

    private static String base(boolean tls, String host, int port, String contextPath) {
        return (tls ? "https" : "http") + "://" + host + ":" + port + (contextPath.equals("/") ? "" : contextPath);
    }

    /** Who listens everywhere is reached where the machine calls itself. */
    private static String host(@Nullable InetAddress listens) {
        if (listens == null) {
            return literal(InetAddress.getLoopbackAddress());
        }
        if (listens.isAnyLocalAddress()) {
            return listens instanceof Inet6Address ? literal(InetAddress.getLoopbackAddress()) : LOOPBACK;
        }
        return literal(listens);
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }
}
