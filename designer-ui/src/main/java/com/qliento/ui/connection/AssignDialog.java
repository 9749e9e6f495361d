package com.qliento.ui.connection;

import com.qliento.channel.Connection;
import com.qliento.flow.FlowAssignments;
import com.qliento.flow.FlowName;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** On which numbers a flow answers: on every one, or on those chosen. */
final class AssignDialog extends Dialog {

    private final RadioButtonGroup<Boolean> everywhere = new RadioButtonGroup<>();
    private final CheckboxGroup<Connection> chosen = new CheckboxGroup<>();

    AssignDialog(
            FlowName flow, List<Connection> all, FlowAssignments assignments, SignedIn signedIn, Runnable changed) {
        setHeaderTitle(getTranslation("connections.change.of", flow.name()));
        setWidth("min(480px, 96vw)");
        var before = assignments.channelsOf(signedIn.actor(), flow.key());
        everywhere.setAriaLabel(getTranslation("connections.numbers"));
        everywhere.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        everywhere.setItems(true, false);
        everywhere.setItemLabelGenerator(
                every -> getTranslation(every ? "connections.everywhere" : "connections.these"));
        chosen.setAriaLabel(getTranslation("connections.these"));
        chosen.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        chosen.setItems(all);
        chosen.setItemLabelGenerator(Numbers::shown);
        chosen.setValue(all.stream()
                .filter(number -> before.contains(number.id().value()))
                .collect(Collectors.toSet()));
        var save = new Button(getTranslation("connections.save"), click -> {
            assignments.assign(signedIn.actor(), flow.key(), value());
            close();
            changed.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Runnable fit = () -> {
            chosen.setVisible(!everywhere.getValue());
            save.setEnabled(everywhere.getValue() || !chosen.isEmpty());
        };
        everywhere.addValueChangeListener(change -> fit.run());
        chosen.addValueChangeListener(change -> fit.run());
        everywhere.setValue(before.isEmpty());
        var form = new Div(everywhere, chosen, new Paragraph(getTranslation("connections.change.help")));
        form.addClassName("q-assign-form");
        add(form);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), save);
    }

    private Set<UUID> value() {
        return everywhere.getValue()
                ? Set.of()
                : chosen.getValue().stream().map(number -> number.id().value()).collect(Collectors.toSet());
    }
}
