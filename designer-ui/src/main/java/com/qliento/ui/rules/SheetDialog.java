package com.qliento.ui.rules;

import com.qliento.problem.Problem;
import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.rules.sheet.SheetModel;
import com.qliento.rules.sheet.Sheets;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a spreadsheet, shows what it would change in the table, and puts it there when its person says so. */
final class SheetDialog extends Dialog {

    private static final int MOST = 8;

    private final transient DecisionSheets sheets;
    private final transient TableDesk tables;
    private final transient SignedIn signedIn;
    private final String key;
    private final Div told = new Div();
    private final Button yes = new Button();
    private final SheetDoubts doubts = new SheetDoubts(this::again);
    private byte @Nullable [] dmn;
    private byte[] sheet = {};

    SheetDialog(
            DecisionSheets sheets, TableDesk tables, SignedIn signedIn, String key, SerializableConsumer<byte[]> take) {
        this.sheets = sheets;
        this.tables = tables;
        this.signedIn = signedIn;
        this.key = key;
        setHeaderTitle(getTranslation("rules.sheet.title"));
        setWidth("min(560px, 96vw)");
        var upload = new Upload();
        upload.setUploadHandler(
                new BoundedUpload(Sheets.LARGEST_FILE, (file, bytes) -> getUI().ifPresent(ui -> ui.access(() -> {
                    upload.clearFileList();
                    doubts.forget();
                    sheet = bytes;
                    again();
                }))));
        upload.setAcceptedFileTypes(".csv", ".xlsx");
        upload.setMaxFileSize(Sheets.LARGEST_FILE);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(getTranslation("rules.file")));
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("rules.file.drop")));
        upload.addFileRejectedListener(rejected -> refuse(getTranslation("rules.sheet.refused")));
        told.addClassName("q-sheet-told");
        told.getElement().setAttribute("role", "status");
        yes.setText(getTranslation("rules.sheet.take"));
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setEnabled(false);
        yes.addClickListener(click -> {
            close();
            take.accept(Objects.requireNonNull(dmn));
        });
        add(new Paragraph(getTranslation("rules.sheet.help")), upload, doubts, told);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), yes);
    }

    private void again() {
        told.removeAll();
        yes.setEnabled(false);
        try {
            var read = sheets.replace(signedIn.actor(), key, sheet, doubts.said());
            boolean settled = doubts.show(read.doubts());
            changes(read.changes());
            understood(read);
            problems(tables.problems(signedIn.actor(), read.dmn(), getLocale()));
            dmn = read.dmn();
            yes.setEnabled(settled && !read.changes().none());
        } catch (InvalidSheet invalid) {
            refuse(invalid.problem().message(getLocale()));
        } catch (Problem problem) {
            refuse(Refusal.words(this, problem));
        }
    }

    private void changes(SheetModel.Changes changes) {
        told.add(new Paragraph(
                changes.none()
                        ? getTranslation("rules.sheet.none")
                        : getTranslation(
                                "rules.sheet.rows",
                                changes.changed(),
                                changes.added(),
                                changes.removed(),
                                changes.same())));
        columns("rules.sheet.columns.added", changes.columnsAdded());
        columns("rules.sheet.columns.removed", changes.columnsRemoved());
        if (!changes.policy().equals(changes.policyBefore())) {
            told.add(new Paragraph(getTranslation("rules.sheet.policy", changes.policyBefore(), changes.policy())));
        }
    }

    private void columns(String words, List<String> headings) {
        if (!headings.isEmpty()) {
            told.add(new Paragraph(getTranslation(words, String.join(", ", headings))));
        }
    }

    private void understood(SheetModel read) {
        if (read.understood().isEmpty()) {
            return;
        }
        told.add(new Paragraph(getTranslation("rules.sheet.understood")));
        list(
                read.understood().stream()
                        .map(cell -> getTranslation("rules.sheet.cell", cell.cell(), cell.written(), cell.read()))
                        .toList(),
                read.understoodCells());
    }

    private void problems(List<DecisionFinding> found) {
        if (found.isEmpty()) {
            return;
        }
        told.add(new Paragraph(getTranslation("rules.sheet.problems", found.size())));
        list(found.stream().map(DecisionFinding::message).toList(), found.size());
    }

    private void list(List<String> lines, int all) {
        var list = new UnorderedList();
        lines.stream().limit(MOST).forEach(line -> list.add(new ListItem(line)));
        if (all > MOST) {
            list.add(new ListItem(getTranslation("rules.changes.more", all - MOST)));
        }
        told.add(list);
    }

    private void refuse(String why) {
        doubts.forget();
        told.removeAll();
        yes.setEnabled(false);
        var refused = new Paragraph(why);
        refused.addClassNames("q-state", "bad");
        told.add(refused);
    }
}
