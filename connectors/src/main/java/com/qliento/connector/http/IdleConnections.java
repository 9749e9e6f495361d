package com.qliento.connector.http;

/**
 * How long the JDK's client keeps an idle connection. JDK 17 keeps it for 20 minutes, longer than the firewalls and
 * load balancers in between do; a request on a connection they forgot is lost without a word until its time limit.
 */
public final class IdleConnections {
    private static final String SECONDS = "jdk.httpclient.keepalive.timeout";

    private IdleConnections() {}

    /**
     * Closes idle connections after 30 seconds, as newer JDKs do. Holds for the whole JVM and only if called before its
     * first HTTP client is made; a value somebody set on the command line stays.
     */
    public static void closeSoon() {
        if (System.getProperty(SECONDS) == null) {
            System.setProperty(SECONDS, "30");
        }
    }
}
