package com.qliento.ui.access;

import com.qliento.access.NewPackageLink;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows the address of a link and its code, this once, each to be copied by itself. */
final class LinkOnce extends Dialog {

    private final Paragraph copied = new Paragraph();

    LinkOnce(NewPackageLink made) {
        setHeaderTitle(getTranslation("packages.link.new"));
        setWidth("min(640px, 96vw)");
        setCloseOnOutsideClick(false);
        copied.getElement().setAttribute("role", "status");
        var address = shown("packages.link.address", "q-link-address");
        var path = made.path();
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(here -> address.setValue(here.getProtocol() + "://" + here.getAuthority() + path));
        var code = shown("packages.link.code", "q-link-code");
        code.setValue(made.code());
        var form = new Div(
                new Paragraph(getTranslation("packages.link.once")),
                address,
                copy(address, "packages.link.copy-address"),
                code,
                copy(code, "packages.link.copy-code"),
                copied);
        form.addClassName("q-connect-form");
        add(form);
        var done = new Button(getTranslation("keys.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }

    private TextField shown(String words, String style) {
        var field = new TextField(getTranslation(words));
        field.setReadOnly(true);
        field.setWidthFull();
        field.addClassName(style);
        return field;
    }

    private Button copy(TextField field, String words) {
        return new Button(getTranslation(words), new Icon("copy"), click -> {
            field.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", field.getValue());
            copied.setText(getTranslation("keys.copied"));
        });
    }
}
