package com.qliento.guard;

import com.qliento.machine.OwnAddress;
import com.qliento.machine.OwnCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The services of this application that requests may go to, and the way there, which is used for nothing else. */
@Component
class Home {

    private final UnaryOperator<String> own;
    private final List<HomeService> services;
    private @Nullable Transport transport;

    @Autowired
    Home(OwnAddress own, ObjectProvider<HomeService> services) {
        this(path -> own.of(path).toString(), services.stream().toList());
    }

    /** @param own where a path of this application is reached */
    Home(UnaryOperator<String> own, List<HomeService> services) {
        this.own = own;
        this.services = services;
    }

    /** Whether there is such a service. */
    boolean has(WebAddress address) {
        var path = address.target().split("\\?", 2)[0];
        return address.isHome()
                && services.stream().anyMatch(service -> service.path().equals(path));
    }

    /** Where it is now. Neither host nor port come from whoever asks. */
    WebAddress at(WebAddress address) {
        var uri = URI.create(own.apply(""));
        boolean secure = "https".equals(uri.getScheme());
        var prefix = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new WebAddress(secure, bare(uri.getHost()), uri.getPort(), prefix + address.target());
    }

    synchronized Transport transport(Executor lookingUp) {
        if (transport == null) {
            var tls = ClientTlsStrategyBuilder.create()
                    .setSslContext(OwnCertificate.taken())
                    .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                    .buildAsync();
            transport = new Transport(new OnlyHere(own), tls, lookingUp);
        }
        return transport;
    }

    synchronized void close() {
        if (transport != null) {
            transport.close();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Leads to where this process listens, whatever is asked for. */
    private record OnlyHere(UnaryOperator<String> own) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return InetAddress.getAllByName(bare(URI.create(own.apply("")).getHost()));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
