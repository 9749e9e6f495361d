package com.qliento.ui.rules;

import com.qliento.draft.Drafts;
import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.rules.sheet.SheetFormat;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ways of a table into files and back: as DMN, as CSV, as an Excel workbook. The links lie beside the menu and not in it: one
 * that closes takes its links along, and on a slow line the file of a pressed one would never come.
 */
final class TableExport {

    private final Drafts decisions;
    private final DecisionSheets sheets;
    private final SignedIn signedIn;
    private final SerializableSupplier<String> key;
    private final Button says = new Button(new Icon("download"));
    private final Span shown = new Span(says);
    private final ContextMenu menu = new ContextMenu(says);
    private final Locale language = UI.getCurrent().getLocale();
    private final List<MenuItem> ofSheets = new ArrayList<>();
    private final Span reason = new Span();
    private final Hr line = new Hr();
    private @Nullable MenuItem why;
    private @Nullable MenuItem replace;

    TableExport(Drafts decisions, DecisionSheets sheets, SignedIn signedIn, SerializableSupplier<String> key) {
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
        says.setAriaLabel(says.getTranslation("rules.files"));
        says.setTooltipText(says.getTranslation("rules.files"));
        menu.setOpenOnClick(true);
        entry(says.getTranslation("rules.export"), file("dmn", "application/xml", this::dmn));
        for (SheetFormat format : SheetFormat.values()) {
            var words = says.getTranslation("rules.export." + format.extension());
            ofSheets.add(entry(words, file(format.extension(), format.mediaType(), () -> sheet(format))));
        }
        reason.addClassName("q-files-why");
        why = menu.addItem(reason);
        why.setEnabled(false);
        why.setVisible(false);
        if (replacing != null) {
            menu.addComponent(line);
            replace = menu.addItem(says.getTranslation("rules.sheet.replace"), click -> replacing.run());
        }
        return shown;
    }

    private MenuItem entry(String words, Anchor file) {
        shown.add(file);
        return menu.addItem(words, click -> file.getElement().executeJs("this.click()"));
    }

    /**
     * The table is another now: it may fit into a sheet or not. The entries stay the ones they are, since every save
     * ends here and somebody may be pressing one of them.
     */
    void changed() {
        var unfit = unfit();
        ofSheets.forEach(entry -> entry.setEnabled(unfit == null));
        reason.setText(unfit == null ? "" : unfit);
        if (why != null) {
            why.setVisible(unfit != null);
        }
        line.setVisible(unfit == null);
        if (replace != null) {
            replace.setVisible(unfit == null);
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
        return decisions.get(signedIn.actor(), key.get()).content();
    }

    private byte[] sheet(SheetFormat format) {
        return sheets.write(signedIn.actor(), key.get(), format, language);
    }

    /** A link to the file that nobody sees. */
    private Anchor file(String extension, String type, SerializableSupplier<byte[]> bytes) {
        var file = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = bytes.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), key.get() + "." + extension, type, content.length);
                }),
                "");
        file.getElement()
                .setAttribute("download", true)
                .setAttribute("hidden", true)
                .setAttribute("tabindex", "-1");
        return file;
    }
}
