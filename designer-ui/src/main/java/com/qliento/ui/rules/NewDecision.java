package com.qliento.ui.rules;

import com.qliento.problem.Problem;
import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.ruleset.DecisionDrafts;
import com.qliento.ruleset.DecisionReview;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks for the name of a new decision, or takes a file that was made elsewhere. */
final class NewDecision extends Dialog {

    private final transient Making making;
    private final transient SignedIn signedIn;
    private final TextField name = new TextField();
    private final Paragraph refused = new Paragraph();
    private final SheetDoubts doubts = new SheetDoubts(this::sheet);
    private final Button take = new Button();
    private byte[] file = {};
    private String called = "";
    private byte[] taken = {};

    /** What a decision is made with. */
    @Component
    record Making(DecisionDrafts drafts, DecisionReview review, DecisionSheets sheets) {}

    NewDecision(Making making, SignedIn signedIn) {
        this.making = making;
        this.signedIn = signedIn;
        setHeaderTitle(getTranslation("rules.new"));
        setWidth("min(480px, 96vw)");
        name.setLabel(getTranslation("rules.name"));
        name.setHelperText(getTranslation("rules.name.help"));
        name.setMaxLength(100);
        name.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.EAGER);
        var make = new Button(getTranslation("rules.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setEnabled(false);
        name.addValueChangeListener(change -> make.setEnabled(!change.getValue().isBlank()));
        name.addKeyPressListener(Key.ENTER, pressed -> make());
        refused.addClassNames("q-state", "bad");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(name, new Paragraph(getTranslation("rules.or")), upload(), doubts, take, refused);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), make);
        take.setText(getTranslation("rules.sheet.take"));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.addClickListener(click -> keep(called, taken));
        take.setVisible(false);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(new BoundedUpload(
                DecisionDrafts.LARGEST_FILE, (file, bytes) -> getUI().ifPresent(ui -> ui.access(() -> {
                    var own = file.fileName().replaceFirst("(?i)\\.(dmn|xml|csv|xlsx)$", "");
                    upload.clearFileList();
                    take(name.getValue().isBlank() ? own : name.getValue().strip(), file.fileName(), bytes);
                }))));
        upload.setAcceptedFileTypes(".dmn", ".xml", ".csv", ".xlsx");
        upload.setMaxFileSize(DecisionDrafts.LARGEST_FILE);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(getTranslation("rules.file")));
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("rules.file.drop")));
        upload.addFileRejectedListener(rejected -> refuse(getTranslation("rules.file.refused")));
        return upload;
    }

    private void make() {
        if (!name.getValue().isBlank()) {
            keep(name.getValue().strip(), FirstTable.named(name.getValue().strip(), getLocale()));
        }
    }

    private void take(String name, String fileName, byte[] bytes) {
        doubts.forget();
        take.setVisible(false);
        if (!fileName.toLowerCase(Locale.ROOT).matches(".*\\.(csv|xlsx)")) {
            keep(name, bytes);
            return;
        }
        called = name;
        file = bytes;
        sheet();
    }

    /** Makes a table of a sheet that leaves nothing open; else shows what it is taken for first. */
    private void sheet() {
        try {
            var read = making.sheets().make(signedIn.actor(), file, called, doubts.said());
            refused.setVisible(false);
            boolean settled = doubts.show(read.doubts());
            if (read.doubts().isEmpty()) {
                keep(called, read.dmn());
                return;
            }
            take.setVisible(true);
            take.setEnabled(settled);
            taken = read.dmn();
        } catch (InvalidSheet invalid) {
            refuse(invalid.problem().message(getLocale()));
        }
    }

    private void keep(String called, byte[] dmn) {
        try {
            var made =
                    making.drafts().overwrite(signedIn.actor(), making.drafts().freeKey(signedIn.actor(), called), dmn);
            getUI().ifPresent(ui -> ui.navigate(RuleEditorView.class, made.key()));
            close();
        } catch (Problem problem) {
            refuse(making.review().refusal(dmn, getLocale()).orElseGet(() -> Refusal.words(this, problem)));
        }
    }

    private void refuse(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }
}
