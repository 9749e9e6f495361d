package com.qliento.ui.access;

import com.qliento.access.AccessPackage;
import com.qliento.access.AccessPackages;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes a package, piece by piece; that it was taken is noted by whoever gives it. */
final class PackageDownload extends Span {

    PackageDownload(AccessPackages packages, SignedIn signedIn, AccessPackage one) {
        var link = new Anchor();
        link.setHref((DownloadHandler) event -> {
            event.setFileName("data-package-" + one.id() + ".zip");
            event.setContentType("application/zip");
            var out = event.getOutputStream();
            packages.take(signedIn.actor(), one.id(), piece -> {
                try {
                    out.write(piece);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        });
        link.getElement()
                .setAttribute("download", true)
                .setAttribute("hidden", true)
                .setAttribute("tabindex", "-1");
        var take = new Button(getTranslation("packages.take"), new Icon("download"), click -> link.getElement()
                .executeJs("this.click()"));
        take.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(take, link);
    }
}
