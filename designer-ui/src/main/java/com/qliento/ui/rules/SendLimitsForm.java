package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.policy.OwnSendLimits;
import com.qliento.policy.WrittenSendLimits;
import com.qliento.problem.Problem;
import com.qliento.rules.policy.SendLimits;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the organisation is stricter about sending: owners change it, others read it. Says whether it is saved. */
final class SendLimitsForm extends Div {

    private final transient OwnSendLimits limits;
    private final transient SignedIn signedIn;
    private final IntegerField margin = new IntegerField();
    private final TimePicker from = new TimePicker();
    private final TimePicker to = new TimePicker();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Checkbox consent = new Checkbox();
    private final Checkbox yellow = new Checkbox();
    private final Span state = new Span();

    SendLimitsForm(OwnSendLimits limits, SignedIn signedIn) {
        this.limits = limits;
        this.signedIn = signedIn;
        addClassNames("q-card", "q-terms");
        label();
        add(new H2(getTranslation("policy.terms")), new Paragraph(getTranslation("policy.terms.help")), zone, margin);
        var later = new H3(getTranslation("policy.terms.templates"));
        var hours = new Div(from, to);
        hours.addClassName("q-terms-hours");
        add(later, new Paragraph(getTranslation("policy.terms.templates.help")), hours, consent, yellow);
        show(limits.get(signedIn.actor()));
        if (signedIn.may(Permission.TIGHTEN_POLICIES)) {
            propose();
            add(saving());
        } else {
            fields().forEach(field -> field.setReadOnly(true));
            add(new Paragraph(getTranslation("policy.terms.read")));
        }
    }

    private void label() {
        margin.setLabel(getTranslation("policy.terms.margin"));
        margin.setHelperText(getTranslation("policy.terms.margin.help", SendLimits.LONGEST_MARGIN));
        margin.setMin(0);
        margin.setMax(SendLimits.LONGEST_MARGIN);
        margin.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("policy.terms.margin.help", SendLimits.LONGEST_MARGIN))
                .setMinErrorMessage(getTranslation("refused.policy-loosened"))
                .setMaxErrorMessage(getTranslation("policy.terms.margin.help", SendLimits.LONGEST_MARGIN)));
        from.setLabel(getTranslation("policy.terms.from"));
        to.setLabel(getTranslation("policy.terms.to"));
        for (var time : List.of(from, to)) {
            time.setStep(Duration.ofMinutes(30));
            time.setClearButtonVisible(true);
            time.setI18n(new TimePicker.TimePickerI18n()
                    .setBadInputErrorMessage(getTranslation("refused.invalid-field.quietFrom")));
        }
        zone.setLabel(getTranslation("policy.terms.zone"));
        zone.setHelperText(getTranslation("policy.terms.zone.help"));
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.removeIf(name -> !name.contains("/") || name.startsWith("Etc/") || name.startsWith("SystemV/"));
        zones.add(ZoneOffset.UTC.getId());
        zone.setItems(zones);
        zone.setItemLabelGenerator(name -> name.equals(ZoneOffset.UTC.getId()) ? "UTC" : name.replace('_', ' '));
        consent.setLabel(getTranslation("policy.terms.consent"));
        yellow.setLabel(getTranslation("policy.terms.yellow"));
        fields().forEach(field -> field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                say("policy.terms.unsaved", "warn");
            }
        }));
    }

    private List<HasValue<?, ?>> fields() {
        return List.of(zone, margin, from, to, consent, yellow);
    }

    private void show(WrittenSendLimits saved) {
        margin.setValue(Objects.requireNonNullElse(saved.marginMinutes(), 0));
        from.setValue(time(saved.quietFrom()));
        to.setValue(time(saved.quietTo()));
        zone.setValue(Objects.requireNonNullElse(saved.zone(), ZoneOffset.UTC.getId()));
        consent.setValue(Boolean.TRUE.equals(saved.utilityNeedsConsent()));
        yellow.setValue(Boolean.TRUE.equals(saved.yellowHoldsMarketing()));
    }

    /** Until an organisation says its zone, the one it most likely means is that of who looks; it counts once it is saved. */
    private void propose() {
        String mine = signedIn.zone().normalized().getId();
        if (from.isEmpty() && ZoneOffset.UTC.getId().equals(zone.getValue()) && !mine.equals(zone.getValue())) {
            zone.setValue(mine);
            say("policy.terms.unsaved", "warn");
        }
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private Div saving() {
        var save = new Button(getTranslation("policy.terms.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        state.getElement().setAttribute("role", "status");
        var row = new Div(save, state);
        row.addClassName("q-terms-save");
        return row;
    }

    private void save() {
        if (margin.isInvalid()) {
            margin.focus();
            return;
        }
        if (from.isInvalid() || to.isInvalid()) {
            (from.isInvalid() ? from : to).focus();
            return;
        }
        try {
            show(limits.set(signedIn.actor(), wish()));
            say("policy.terms.saved", "good");
        } catch (Problem refused) {
            say("policy.terms.unsaved", "warn");
            point(refused);
        }
    }

    private WrittenSendLimits wish() {
        return new WrittenSendLimits(
                zone.getValue(),
                from.isEmpty() ? null : from.getValue().toString(),
                to.isEmpty() ? null : to.getValue().toString(),
                consent.getValue(),
                yellow.getValue(),
                margin.getValue());
    }

    /** At the field it is about; a refusal of everything beside the button. */
    private void point(Problem refused) {
        var fields = Map.of("marginMinutes", margin, "quietFrom", from, "quietTo", to, "zone", zone);
        var field = fields.get(String.valueOf(refused.more().get("field")));
        if (field == null) {
            state.setText(Refusal.words(this, refused));
        } else {
            field.setErrorMessage(Refusal.words(this, refused));
            field.setInvalid(true);
        }
    }

    private void say(String words, String kind) {
        state.setText(getTranslation(words));
        state.setClassName("q-state " + kind);
    }
}
