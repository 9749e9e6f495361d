package com.qliento.ui.flow;

import com.qliento.problem.Problem;
import com.qliento.tryout.FlowFiles;
import com.qliento.ui.board.EditorView;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;

/** Makes flows of files and says of each file what came of it, while others may still come. */
final class ImportReport extends Dialog {

    private final transient GalleryDialog.Shop shop;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;
    private final UnorderedList files = new UnorderedList();

    /** @param changed there is a new flow to be shown */
    ImportReport(GalleryDialog.Shop shop, SignedIn signedIn, SerializableRunnable changed) {
        this.shop = shop;
        this.signedIn = signedIn;
        this.changed = changed;
        setHeaderTitle(getTranslation("lib.import"));
        setWidth("min(520px, 96vw)");
        setModal(false); // a modal one would keep the other files from coming
        files.addClassName("q-imports");
        files.getElement().setAttribute("aria-live", "polite");
        add(files);
        var close = new Button(getTranslation("editor.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                files.removeAll();
            }
        });
    }

    /** Makes a flow of this file. */
    void take(String file, byte[] bpmn) {
        try {
            var made = shop.flows().make(signedIn.actor(), file.replaceFirst("\\.[^.]*$", ""), bpmn);
            var flow = new RouterLink(
                    made.flow().name(), EditorView.class, made.flow().key());
            say("check", "good", file, new Span(flow, new Span(cases(made))));
            changed.run();
        } catch (Problem noFlow) {
            refuse(file, shop.review().refusal(bpmn, getLocale()).orElseGet(() -> Refusal.words(this, noFlow)));
        }
    }

    private String cases(FlowFiles.Added made) {
        if (made.refused() != null) {
            return " · " + getTranslation("gallery.cases.refused", made.refused());
        }
        return made.cases() == 0 ? "" : " · " + getTranslation("gallery.cases.brought", made.cases());
    }

    /** Says why this file became none. */
    void refuse(String file, String why) {
        say("circleAlert", "bad", file, new Span(why));
    }

    private void say(String icon, String tone, String file, Component what) {
        var name = new Span(file);
        name.addClassName("q-import-file");
        var line = new ListItem(new Icon(icon), new Div(name, what));
        line.addClassName(tone);
        files.add(line);
        open();
    }
}
