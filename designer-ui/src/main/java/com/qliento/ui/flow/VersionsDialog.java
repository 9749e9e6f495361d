package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.FlowVersion;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What was live and when, and the way back to it. */
final class VersionsDialog extends Dialog {

    private final transient FlowPublishing publishing;
    private final transient SignedIn signedIn;
    private final String key;

    VersionsDialog(FlowPublishing publishing, SignedIn signedIn, String key) {
        this.publishing = publishing;
        this.signedIn = signedIn;
        this.key = key;
        setHeaderTitle(getTranslation("editor.versions"));
        setWidth("min(560px, 96vw)");
        getFooter().add(new Button(getTranslation("editor.close"), click -> close()));
        show();
    }

    private void show() {
        removeAll();
        var versions = publishing.versions(signedIn.actor(), key);
        if (versions.isEmpty()) {
            add(new Paragraph(getTranslation("editor.versions.none")));
        }
        var list = new OrderedList();
        list.addClassName("q-versions");
        versions.forEach(version -> list.add(line(version, versions)));
        add(list);
    }

    private Component line(FlowVersion version, List<FlowVersion> all) {
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(version.publishedAt().atZone(signedIn.zone()));
        var line = new ListItem(new Span(getTranslation("editor.version", version.version())), new Span(time));
        if (!version.equals(all.get(0)) && signedIn.may(Permission.PUBLISH_FLOWS)) {
            line.add(new Button(getTranslation("editor.rollback"), click -> rollBack(version)));
        }
        return line;
    }

    private void rollBack(FlowVersion version) {
        var made = publishing.rollBack(signedIn.actor(), key, version.version());
        Notification.show(getTranslation("editor.rolledback", version.version(), made.version()));
        show();
    }
}
