package com.qliento.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * What is seen while a page's programs are on their way, which takes half a minute on a slow line: its outline,
 * in the page itself and without a script. It goes when the view is there.
 */
@Component
class Skeleton implements VaadinServiceInitListener {

    private static final String DOOR = "/sign-in";

    private final String style = style();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::add);
    }

    private void add(IndexHtmlResponse page) {
        var request = page.getVaadinRequest();
        var door = DOOR.equals(request.getPathInfo());
        add(page.getDocument(), door, request.getLocale());
    }

    private void add(Document page, boolean door, Locale locale) {
        page.head().appendElement("style").appendChild(new DataNode(style));
        var skeleton = page.body().appendElement("div").attr("id", "q-skeleton").attr("role", "status");
        if (door) {
            skeleton.addClass("q-door");
        }
        skeleton.appendElement("p").text(new Words().getTranslation("shell.loading", locale));
        for (var part : new String[] {"nav", "view"}) {
            var bars = skeleton.appendElement("div").attr("data-part", part).attr("aria-hidden", "true");
            for (int bar = 0; bar < 6; bar++) {
                bars.appendElement("i");
            }
        }
    }

    private static String style() {
        try (var css = Skeleton.class.getResourceAsStream("/ui/skeleton.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
