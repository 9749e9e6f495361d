package com.qliento.ui.flow;

import com.qliento.problem.Problem;
import com.qliento.tryout.CaseStep;
import com.qliento.tryout.Tryout;
import com.qliento.tryout.Tryouts;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.tryout.TryPhone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample on a phone: its chat is played, or one chats oneself, before it is taken. */
final class PreviewDialog extends Dialog {

    private static final int SECONDS_A_STEP = 2;

    private final transient Tryouts tryouts;
    private final transient SignedIn signedIn;
    private final transient Samples.Sample sample;
    private final TryPhone phone;
    private final Button play = new Button();
    private transient @Nullable Tryout tryout;
    private @Nullable Pulse pulse;
    private int next;

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
        play.addClickListener(click -> turn());
        play.setVisible(!sample.script().isEmpty());
        says("play", "lib.play");
        var use = new Button(getTranslation("gallery.take"), click -> {
            close();
            take.run();
        });
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(play, new Button(getTranslation("editor.close"), click -> close()), use);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                begin();
            } else {
                pause();
                end();
            }
        });
    }

    private void says(String icon, String words) {
        play.setIcon(new Icon(icon));
        play.setText(getTranslation(words));
    }

    private void end() {
        if (tryout != null) {
            tryout.close();
        }
    }

    private void begin() {
        try {
            next = 0;
            var begun = tryouts.preview(signedIn.actor(), sample.key(), sample.bpmn());
            tryout = begun;
            phone.show(begun, begun.state());
        } catch (Problem refused) {
            play.setVisible(false);
            phone.refuse(String.valueOf(refused.getMessage()), List.of());
        }
    }

    /** Plays or pauses. For those who want no motion the whole chat is there at once. */
    private void turn() {
        if (pulse != null) {
            pause();
            return;
        }
        if (next >= sample.script().size()) {
            end();
            begin();
        }
        getElement()
                .executeJs("return matchMedia('(prefers-reduced-motion: reduce)').matches")
                .then(Boolean.class, still -> {
                    if (still) {
                        while (next < sample.script().size()) {
                            step();
                        }
                    } else {
                        goOn();
                    }
                });
    }

    private void goOn() {
        var beat = new Pulse(SECONDS_A_STEP, this::step);
        pulse = beat;
        add(beat);
        says("pause", "lib.pause");
        step();
    }

    private void pause() {
        if (pulse != null) {
            remove(pulse);
            pulse = null;
        }
        if (next >= sample.script().size()) {
            says("rotate", "lib.again");
        } else {
            says("play", "lib.play");
        }
    }

    private void step() {
        if (next < sample.script().size()) {
            play(sample.script().get(next++));
        }
        if (next >= sample.script().size()) {
            pause();
        }
    }

    private void play(CaseStep step) {
        if (tryout != null) {
            try {
                phone.show(tryout, tryout.play(step));
            } catch (Problem over) {
                next = sample.script().size();
                phone.refuse(String.valueOf(over.getMessage()), List.of());
            }
        }
    }

    /** Who takes the phone in their own hand goes on alone. */
    private void does(TryPhone.Deed deed) {
        pause();
        if (tryout != null) {
            try {
                phone.show(tryout, deed.apply(tryout));
            } catch (Problem over) {
                begin();
            }
        }
    }
}
