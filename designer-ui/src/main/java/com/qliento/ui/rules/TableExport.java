package com.qliento.ui.rules;

import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.rules.sheet.SheetFormat;
import com.qliento.ruleset.DecisionAuthoring;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ways of a table into files and back: as DMN, as CSV, as an Excel workbook. */
final class TableExport {

    private final DecisionAuthoring decisions;
    private final DecisionSheets sheets;
    private final SignedIn signedIn;
    private final SerializableSupplier<String> key;
    private final Button says = new Button(new Icon("download"));
    private final ContextMenu menu = new ContextMenu(says);
    private final Locale language = UI.getCurrent().getLocale();
    private @Nullable SerializableRunnable replace;

    TableExport(
            DecisionAuthoring decisions, DecisionSheets sheets, SignedIn signedIn, SerializableSupplier<String> key) {
        this.decisions = decisions;
        this.sheets = sheets;
        this.signedIn = signedIn;
        this.key = key;
    }

    /**
     * What opens the menu.
     *
     * @param replacing puts a sheet in place of the table; null for those who may not
     */
    Component button(@Nullable SerializableRunnable replacing) {
        replace = replacing;
        says.setAriaLabel(says.getTranslation("rules.files"));
        says.setTooltipText(says.getTranslation("rules.files"));
        menu.setOpenOnClick(true);
        return says;
    }

    /** The table is another now: it may fit into a sheet or not. */
    void changed() {
        menu.removeAll();
        menu.addItem(file(says.getTranslation("rules.export"), "dmn", "application/xml", this::dmn));
        var why = unfit();
        var does = replace;
        for (SheetFormat format : SheetFormat.values()) {
            var words = says.getTranslation("rules.export." + format.extension());
            if (why == null) {
                menu.addItem(file(words, format.extension(), format.mediaType(), () -> sheet(format)));
            } else {
                menu.addItem(new Span(words)).setEnabled(false);
            }
        }
        if (why != null) {
            var reason = new Span(why);
            reason.addClassName("q-files-why");
            menu.addItem(reason).setEnabled(false);
        } else if (does != null) {
            menu.addSeparator();
            menu.addItem(says.getTranslation("rules.sheet.replace"), click -> does.run());
        }
    }

    private @Nullable String unfit() {
        try {
            sheet(SheetFormat.CSV);
            return null;
        } catch (InvalidSheet unfit) {
            return unfit.problem().message(language);
        }
    }

    private byte[] dmn() {
        return decisions.get(signedIn.actor(), key.get()).dmn();
    }

    private byte[] sheet(SheetFormat format) {
        return sheets.write(signedIn.actor(), key.get(), format, language);
    }

    private Anchor file(String words, String extension, String type, SerializableSupplier<byte[]> bytes) {
        var anchor = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] file = bytes.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(file), key.get() + "." + extension, type, file.length);
                }),
                words);
        anchor.getElement().setAttribute("download", true);
        anchor.addClassName("q-files-item");
        return anchor;
    }
}
