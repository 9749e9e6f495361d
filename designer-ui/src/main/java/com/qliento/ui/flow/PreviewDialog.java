package com.qliento.ui.flow;

import com.qliento.problem.Problem;
import com.qliento.tryout.Tryout;
import com.qliento.tryout.Tryouts;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample on a phone, to be chatted with before it is taken. */
final class PreviewDialog extends Dialog {

    private final transient Tryouts tryouts;
    private final transient SignedIn signedIn;
    private final transient Samples.Sample sample;
    private final TryPhone phone;
    private transient @Nullable Tryout tryout;

    /** @param take begins a flow with the sample */
    PreviewDialog(Tryouts tryouts, SignedIn signedIn, Samples.Sample sample, SerializableRunnable take) {
        this.tryouts = tryouts;
        this.signedIn = signedIn;
        this.sample = sample;
        phone = new TryPhone(this::does, signedIn.zone());
        setHeaderTitle(sample.title());
        setWidth("min(420px, 96vw)");
        addClassName("q-preview");
        add(new Paragraph(sample.sentence()), phone);
        var use = new Button(getTranslation("gallery.take"), click -> {
            close();
            take.run();
        });
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.close"), click -> close()), use);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                begin();
            } else if (tryout != null) {
                tryout.close();
            }
        });
    }

    private void begin() {
        try {
            var begun = tryouts.preview(signedIn.actor(), sample.key(), sample.bpmn());
            tryout = begun;
            phone.show(begun, begun.state());
        } catch (Problem refused) {
            phone.refuse(String.valueOf(refused.getMessage()), List.of());
        }
    }

    private void does(TryPhone.Deed deed) {
        if (tryout != null) {
            try {
                phone.show(tryout, deed.apply(tryout));
            } catch (Problem over) {
                begin();
            }
        }
    }
}
