package com.qliento.ui.trigger;

import com.qliento.channel.Channel;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.flow.ShelvedFlow;
import com.qliento.problem.Problem;
import com.qliento.trigger.Mapping;
import com.qliento.trigger.Trigger;
import com.qliento.ui.shell.FormRefusal;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a trigger and shows its address this once, or changes one. */
final class TriggerDialog extends Dialog {

    private static final String USUAL_PHONE = "/body/phone";
    private static final String USUAL_REFERENCE = "/body/reference";

    /** What a trigger does when it is called. */
    private enum Deed {
        BEGIN,
        TELL
    }

    private final TextField name = new TextField();
    private final Select<Deed> deed = new Select<>();
    private final ComboBox<ShelvedFlow> flow = new ComboBox<>();
    private final TextField reference = new TextField();
    private final TextField phone = new TextField();
    private final Select<Channel> channel = new Select<>();
    private final Select<WhenBusy> whenBusy = new Select<>();
    private final Select<Trigger.Answers> answers = new Select<>();
    private final IntegerField perMinute = new IntegerField();
    private final FormRefusal refusal = new FormRefusal();
    private final ProofFields proof;
    private final transient TriggerDesk desk;
    private final transient @Nullable Trigger before;
    private final SerializableConsumer<UUID> done;

    /**
     * Makes one, or changes this.
     *
     * @param before null for a new one
     * @param done does this with the id of what was made or changed
     */
    TriggerDialog(TriggerDesk desk, @Nullable Trigger before, SerializableConsumer<UUID> done) {
        this.desk = desk;
        this.before = before;
        this.done = done;
        this.proof = new ProofFields(desk, before == null ? null : before.proof());
        setHeaderTitle(getTranslation(before == null ? "triggers.add" : "triggers.change.title"));
        setWidth("min(620px, 96vw)");
        label();
        labelWhat();
        var form = new Div(name, deed, flow, reference, phone, channel, proof, answers, whenBusy, perMinute, refusal);
        form.addClassName("q-connect-form");
        add(form);
        fill();
        showWhom();
        var save = new Button(getTranslation(before == null ? "triggers.make" : "triggers.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }

    private void label() {
        name.setLabel(getTranslation("triggers.field.name"));
        name.setHelperText(getTranslation("triggers.field.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.getElement().setAttribute("autocomplete", "off");
        name.setWidthFull();
        perMinute.setLabel(getTranslation("triggers.field.per-minute"));
        perMinute.setHelperText(getTranslation("triggers.field.per-minute.help", Trigger.MOST_PER_MINUTE));
        perMinute.setStepButtonsVisible(false);
        answers.setLabel(getTranslation("triggers.field.answers"));
        answers.setItems(Trigger.Answers.values());
        answers.setItemLabelGenerator(one -> getTranslation("triggers.answers." + TriggerWords.word(one)));
        answers.setWidthFull();
        whenBusy.setLabel(getTranslation("triggers.field.busy"));
        whenBusy.setItems(WhenBusy.values());
        whenBusy.setItemLabelGenerator(one -> getTranslation("triggers.busy." + TriggerWords.word(one)));
        whenBusy.setWidthFull();
    }

    private void labelWhat() {
        deed.setLabel(getTranslation("triggers.field.deed"));
        deed.setItems(Deed.values());
        deed.setItemLabelGenerator(one -> getTranslation("triggers.deed." + TriggerWords.word(one)));
        deed.setWidthFull();
        deed.addValueChangeListener(change -> showWhom());
        reference.setLabel(getTranslation("triggers.field.reference"));
        reference.setHelperText(getTranslation("triggers.field.reference.help"));
        reference.getElement().setAttribute("autocomplete", "off");
        reference.setWidthFull();
        flow.setLabel(getTranslation("triggers.field.flow"));
        flow.setItems(desk.live());
        flow.setItemLabelGenerator(ShelvedFlow::name);
        flow.setRequiredIndicatorVisible(true);
        flow.setWidthFull();
        flow.addValueChangeListener(change -> showWhom());
        phone.setLabel(getTranslation("triggers.field.phone"));
        phone.setHelperText(getTranslation("triggers.field.phone.help"));
        phone.getElement().setAttribute("autocomplete", "off");
        phone.setWidthFull();
        channel.setLabel(getTranslation("triggers.field.channel"));
        channel.setItems(desk.channels());
        channel.setItemLabelGenerator(number -> "+" + number.displayNumber());
    }

    private void fill() {
        var known = before;
        deed.setValue(known != null && known.tells() ? Deed.TELL : Deed.BEGIN);
        reference.setValue(
                known == null || known.mapping().reference() == null
                        ? USUAL_REFERENCE
                        : known.mapping().reference());
        phone.setValue(
                known == null || known.mapping().phone() == null
                        ? USUAL_PHONE
                        : known.mapping().phone());
        answers.setValue(known == null ? Trigger.Answers.AT_ONCE : known.answers());
        whenBusy.setValue(known == null ? WhenBusy.WAIT : known.whenBusy());
        perMinute.setValue(known == null ? Trigger.USUAL_PER_MINUTE : known.perMinute());
        var numbers = desk.channels();
        if (!numbers.isEmpty()) {
            channel.setValue(numbers.get(0));
        }
        if (known != null) {
            name.setValue(known.name());
            desk.live().stream()
                    .filter(one -> one.key().equals(known.flowKey()))
                    .findFirst()
                    .ifPresent(flow::setValue);
            numbers.stream()
                    .filter(one -> one.id().value().equals(known.channel()))
                    .findFirst()
                    .ifPresent(channel::setValue);
        }
    }

    /** A flow about nobody has no number, and something to answer; one that waits is known by its reference alone. */
    private void showWhom() {
        boolean tells = isTelling();
        boolean chosen = !tells && !flow.isEmpty();
        boolean nobody = isAboutNobody();
        deed.setHelperText(getTranslation(tells ? "triggers.deed.tell.help" : "triggers.deed.begin.help"));
        flow.setVisible(!tells);
        reference.setVisible(tells);
        phone.setVisible(chosen && !nobody);
        channel.setVisible(chosen && !nobody && desk.channels().size() > 1);
        whenBusy.setVisible(chosen && !nobody);
        answers.setVisible(chosen && nobody);
        flow.setHelperText(getTranslation(
                !chosen ? "triggers.field.flow.help" : nobody ? "triggers.about.nobody" : "triggers.about.somebody"));
    }

    private boolean isTelling() {
        return deed.getValue() == Deed.TELL;
    }

    private boolean isAboutNobody() {
        return !isTelling()
                && !flow.isEmpty()
                && desk.takes(flow.getValue().key()).aboutNobody();
    }

    private void save() {
        var fields = Map.<String, HasValidation>of(
                "name",
                name,
                "phone",
                phone,
                "reference",
                reference,
                "secret",
                proof.secret,
                "header",
                proof.header,
                "perMinute",
                perMinute);
        refusal.clear(fields);
        flow.setInvalid(!isTelling() && flow.isEmpty());
        if (flow.isInvalid()) {
            flow.setErrorMessage(getTranslation("triggers.no.flow"));
            flow.focus();
            return;
        }
        try {
            keep();
        } catch (Problem refused) {
            refusal.show(refused, TriggerRefusal.words(this, refused), fields);
        }
    }

    private void keep() {
        if (before == null) {
            var made = desk.triggers().make(desk.actor(), wish(new Mapping(null, Map.of())));
            close();
            new AddressOnce(made.token(), () -> done.accept(made.trigger().id())).open();
        } else {
            var now = desk.triggers().get(desk.actor(), before.id());
            desk.triggers()
                    .change(desk.actor(), before.id(), wish(now.mapping()).switched(now.enabled()));
            close();
            done.accept(before.id());
        }
    }

    private Trigger wish(Mapping mapping) {
        boolean tells = isTelling();
        boolean nobody = isAboutNobody();
        var number = channel.getValue();
        return new Trigger(
                new UUID(0, 0),
                name.getValue(),
                tells ? "" : flow.getValue().key(),
                tells || nobody || number == null ? null : number.id().value(),
                proof.get(),
                tells
                        ? mapping.withPhone(null).withReference(reference.getValue())
                        : mapping.withReference(null).withPhone(nobody ? null : phone.getValue()),
                whenBusy.getValue(),
                nobody ? answers.getValue() : Trigger.Answers.AT_ONCE,
                Objects.requireNonNullElse(perMinute.getValue(), 0),
                true,
                Instant.EPOCH,
                "");
    }
}
