package com.qliento.ui.schedule;

import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.contact.ContactId;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.flow.ShelvedFlow;
import com.qliento.problem.Problem;
import com.qliento.schedule.Schedule;
import com.qliento.schedule.ScheduleWish;
import com.qliento.schedule.Whom;
import com.qliento.ui.shell.FormRefusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a schedule up, or changes it: which flow, for whom, when, and with what. */
final class ScheduleDialog extends Dialog {

    private final TextField name = new TextField();
    private final ComboBox<ShelvedFlow> flow = new ComboBox<>();
    private final TextField phone = new TextField();
    private final Select<Channel> channel = new Select<>();
    private final TextArea values = new TextArea();
    private final Select<WhenBusy> whenBusy = new Select<>();
    private final FormRefusal refusal = new FormRefusal();
    private final RhythmPicker rhythm;
    private final transient ScheduleDesk desk;
    private final transient @Nullable Schedule before;
    private final SerializableRunnable changed;

    /** @param before null for a new one */
    ScheduleDialog(ScheduleDesk desk, @Nullable Schedule before, SerializableRunnable changed) {
        this.desk = desk;
        this.before = before;
        this.changed = changed;
        this.rhythm = new RhythmPicker(desk.schedules(), desk::actor);
        setHeaderTitle(getTranslation(before == null ? "schedules.add" : "schedules.change"));
        setWidth("min(620px, 96vw)");
        label();
        var form = new Div(name, flow, phone, channel, rhythm, values, whenBusy, refusal);
        form.addClassName("q-connect-form");
        add(form);
        if (before != null) {
            show(before);
        }
        var save = new Button(getTranslation(before == null ? "schedules.make" : "schedules.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }

    private void label() {
        name.setLabel(getTranslation("schedules.field.name"));
        name.setHelperText(getTranslation("schedules.field.name.help"));
        name.setRequiredIndicatorVisible(true);
        flow.setLabel(getTranslation("schedules.field.flow"));
        flow.setItems(desk.live());
        flow.setItemLabelGenerator(ShelvedFlow::name);
        flow.setRequiredIndicatorVisible(true);
        flow.setHelperText(getTranslation("schedules.field.flow.help"));
        phone.setLabel(getTranslation("schedules.field.phone"));
        phone.setHelperText(getTranslation("schedules.field.phone.help"));
        phone.setRequiredIndicatorVisible(before == null);
        flow.addValueChangeListener(change -> showWhom());
        channel.setLabel(getTranslation("schedules.field.channel"));
        var numbers = desk.channels();
        channel.setItems(numbers);
        channel.setItemLabelGenerator(number -> "+" + number.displayNumber());
        channel.setVisible(numbers.size() > 1);
        if (!numbers.isEmpty()) {
            channel.setValue(numbers.get(0));
        }
        values.setLabel(getTranslation("schedules.field.values"));
        values.setHelperText(getTranslation("schedules.field.values.help"));
        whenBusy.setLabel(getTranslation("schedules.field.busy"));
        whenBusy.setItems(WhenBusy.values());
        whenBusy.setItemLabelGenerator(
                what -> getTranslation("schedules.busy." + what.name().toLowerCase(Locale.ROOT)));
        whenBusy.setValue(WhenBusy.WAIT);
        for (var field : List.of(name, phone)) {
            field.getElement().setAttribute("autocomplete", "off");
            field.setWidthFull();
        }
        flow.setWidthFull();
        values.setWidthFull();
    }

    /** A flow about nobody has nobody to be named. */
    private void showWhom() {
        boolean nobody = isAboutNobody();
        phone.setVisible(!nobody);
        channel.setVisible(!nobody && desk.channels().size() > 1);
        whenBusy.setVisible(!nobody);
        flow.setHelperText(getTranslation(nobody ? "schedules.about.nobody" : "schedules.field.flow.help"));
    }

    private boolean isAboutNobody() {
        return !flow.isEmpty()
                && desk.schedules().isAboutNobody(desk.actor(), flow.getValue().key());
    }

    private void show(Schedule schedule) {
        name.setValue(schedule.name());
        desk.live().stream()
                .filter(one -> one.key().equals(schedule.flowKey()))
                .findFirst()
                .ifPresent(flow::setValue);
        var contact = schedule.contact();
        if (contact != null) {
            phone.setHelperText(getTranslation(
                    "schedules.field.phone.keep",
                    Objects.requireNonNullElse(desk.names(List.of(schedule)).get(contact), "")));
        }
        desk.channels().stream()
                .filter(one -> one.id().value().equals(schedule.channel()))
                .findFirst()
                .ifPresent(channel::setValue);
        rhythm.set(schedule.rhythm());
        values.setValue(HandedValues.text(desk.schedules().values(desk.actor(), schedule.id())));
        whenBusy.setValue(schedule.whenBusy());
    }

    private void save() {
        var fields = Map.of("name", name, "phone", phone, "values", values);
        refusal.clear(fields);
        flow.setInvalid(flow.isEmpty());
        if (flow.isEmpty()) {
            flow.setErrorMessage(getTranslation("schedules.no.flow"));
            flow.focus();
            return;
        }
        try {
            if (before == null) {
                desk.schedules().make(desk.actor(), wish());
            } else {
                desk.schedules().change(desk.actor(), before.id(), wish());
            }
            close();
            changed.run();
        } catch (Problem refused) {
            refusal.show(refused, ScheduleRefusal.words(this, refused), fields);
        }
    }

    private ScheduleWish wish() {
        var number = channel.getValue();
        ChannelId on = number == null ? null : number.id();
        if (isAboutNobody()) {
            return wish(null);
        }
        UUID known = before == null ? null : before.contact();
        return wish(
                phone.isEmpty() && known != null
                        ? new Whom(null, new ContactId(known), on)
                        : new Whom(phone.getValue(), null, on));
    }

    private ScheduleWish wish(@Nullable Whom whom) {
        return new ScheduleWish(
                name.getValue(),
                flow.getValue().key(),
                whom,
                rhythm.get(),
                HandedValues.read(values.getValue()),
                whenBusy.getValue());
    }
}
