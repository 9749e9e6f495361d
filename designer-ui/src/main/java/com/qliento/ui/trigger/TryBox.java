package com.qliento.ui.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.trigger.HookAnswer;
import com.qliento.trigger.HookReading;
import com.qliento.trigger.HookSample;
import com.qliento.trigger.Trigger;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries the sample: first read without any effect, then really sent, through the door that callers come by. */
final class TryBox extends Div {

    private static final int OK = 300;

    private final Div outcome = new Div();
    private final Button send = new Button();
    private final transient TriggerDesk desk;
    private final UUID trigger;
    private final boolean tells;
    private final SerializableSupplier<HookSample> sample;
    private final SerializableRunnable sent;

    /**
     * Tries what is the sample at that time.
     *
     * @param sent does this after something was sent
     */
    TryBox(TriggerDesk desk, Trigger trigger, SerializableSupplier<HookSample> sample, SerializableRunnable sent) {
        this.desk = desk;
        this.trigger = trigger.id();
        this.tells = trigger.tells();
        this.sample = sample;
        this.sent = sent;
        addClassNames("q-card", "q-hook-try");
        outcome.addClassName("q-hook-outcome");
        outcome.getElement().setAttribute("role", "status");
        var buttons = new Div(new Button(getTranslation("triggers.read"), new Icon("search"), click -> read()));
        buttons.addClassName("q-hook-buttons");
        add(
                new H2(getTranslation("triggers.try")),
                new Paragraph(getTranslation(tells ? "triggers.try.tells" : "triggers.try.help")),
                buttons);
        if (desk.may(Permission.START_FLOWS)) {
            send.setText(getTranslation("triggers.send"));
            send.setIcon(new Icon("send"));
            send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            send.setDisableOnClick(true);
            send.addClickListener(click -> send());
            buttons.add(send);
        }
        add(outcome);
    }

    private void read() {
        outcome.removeAll();
        try {
            var known = desk.triggers().get(desk.actor(), trigger);
            show(known, desk.services().console().read(desk.actor(), trigger, sample.get()));
        } catch (Problem refused) {
            outcome.add(refused(TriggerRefusal.words(this, refused)));
        }
    }

    private void show(Trigger known, HookReading reading) {
        var refused = reading.refused();
        if (refused == null) {
            outcome.add(good(known, reading));
        } else {
            outcome.add(state("bad", getTranslation("triggers.read.bad")));
            outcome.add(refused(TriggerRefusal.words(this, refused)));
        }
        var values = new DescriptionList();
        var phone = reading.phone();
        if (phone != null) {
            add(values, getTranslation("triggers.inputs.phone"), phone.isEmpty() ? null : phone);
        }
        var reference = reading.reference();
        if (reference != null) {
            add(values, getTranslation("triggers.inputs.reference"), reference.isEmpty() ? null : reference);
        }
        known.mapping().values().keySet().forEach(name -> {
            JsonNode value = reading.values().get(name);
            add(values, name, value == null ? null : FieldTree.shortened(value));
        });
        if (values.getChildren().findAny().isPresent()) {
            outcome.add(values);
        }
    }

    private Span good(Trigger known, HookReading reading) {
        if (!known.tells()) {
            return state("good", getTranslation("triggers.read.good"));
        }
        return reading.awaited()
                ? state("good", getTranslation("triggers.read.awaited"))
                : state("", getTranslation("triggers.read.nobody"));
    }

    private void add(DescriptionList values, String name, @Nullable String value) {
        values.add(new DescriptionList.Term(name));
        values.add(new DescriptionList.Description(value == null ? getTranslation("triggers.inputs.missing") : value));
    }

    private void send() {
        outcome.removeAll();
        outcome.add(new Span(getTranslation("triggers.sending")));
        try {
            var ui = getUI().orElseThrow();
            var unused = desk.services()
                    .console()
                    .send(desk.actor(), trigger, sample.get())
                    .handle((answer, failed) -> failed == null ? answer : null)
                    .thenAccept(answer -> ui.access(() -> told(answer)));
        } catch (Problem refused) {
            outcome.removeAll();
            outcome.add(refused(TriggerRefusal.words(this, refused)));
            send.setEnabled(true);
        }
    }

    private void told(@Nullable HookAnswer answer) {
        send.setEnabled(true);
        outcome.removeAll();
        if (answer == null) {
            outcome.add(refused(getTranslation("triggers.send.failed")));
        } else {
            outcome.add(state(
                    answer.status() < OK ? "good" : "bad",
                    getTranslation("triggers.answered", Integer.toString(answer.status()))));
            var body = new Pre(answer.body());
            body.getElement().setAttribute("tabindex", "0");
            outcome.add(body);
        }
        sent.run();
    }

    private static Span state(String mood, String words) {
        var state = new Span(words);
        state.addClassName("q-state");
        if (!mood.isEmpty()) {
            state.addClassName(mood);
        }
        return state;
    }

    private static Paragraph refused(String words) {
        var refusal = new Paragraph(words);
        refusal.addClassName("q-refusal");
        return refusal;
    }
}
