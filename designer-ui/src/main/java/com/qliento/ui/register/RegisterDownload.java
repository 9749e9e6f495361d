package com.qliento.ui.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.qliento.register.ProcessingRegister;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** Saves the register as JSON, as REST gives it. The link itself nobody sees. */
final class RegisterDownload extends Span {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    RegisterDownload(ProcessingRegister register, SignedIn signedIn) {
        var link = new Anchor();
        link.setHref(DownloadHandler.fromInputStream(request -> {
            var file = JSON.writeValueAsBytes(register.get(signedIn.actor(), getLocale()));
            return new DownloadResponse(
                    new ByteArrayInputStream(file), "register-of-processing.json", "application/json", file.length);
        }));
        link.getElement()
                .setAttribute("download", true)
                .setAttribute("hidden", true)
                .setAttribute("tabindex", "-1");
        var take = new Button(getTranslation("register.take"), new Icon("download"), click -> link.getElement()
                .executeJs("this.click()"));
        add(take, link);
    }
}
