package com.qliento;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What the browser may do on a page for people: run this server's scripts and those that carry the page's own number,
 * and no text that turns up as a script. Styles may stand in the page, since Vaadin's components put theirs there.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    /** For what is no page: nothing in it is run, or shown inside another page. */
    static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String HEADER = "Content-Security-Policy";
    private static final int BYTES = 18;

    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::permit);
    }

    private void permit(IndexHtmlResponse page) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var number = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", number);
        page.getVaadinResponse().setHeader(HEADER, policy(number));
    }

    private static String policy(String number) {
        return "default-src 'self'; script-src 'self' 'nonce-" + number + "'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; connect-src 'self';"
                + " frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
