package com.qliento.ui.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.trigger.HookContent;
import com.qliento.trigger.HookSample;
import com.qliento.trigger.Trigger;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes: the last delivery, or what somebody writes instead; drawn as its fields. */
final class SampleBox extends Div {

    private static final String JSON = "json";
    private static final String FORM = "form";
    private static final int PAUSE = 500;

    private final Paragraph source = new Paragraph();
    private final Pre curl = new Pre();
    private final Select<String> type = new Select<>();
    private final TextArea body = new TextArea();
    private final TextField query = new TextField();
    private final Div fields = new Div();
    private final transient TriggerDesk desk;
    private final transient Trigger trigger;
    private final @Nullable SerializableConsumer<String> pressed;
    private SerializableConsumer<JsonNode> read = tree -> {};
    private boolean untouched = true;
    private boolean entered;
    private @Nullable UUID seen;

    /** @param pressed does this with the pointer of a field; null for those who only look */
    SampleBox(TriggerDesk desk, Trigger trigger, @Nullable SerializableConsumer<String> pressed) {
        this.desk = desk;
        this.trigger = trigger;
        this.pressed = pressed;
        addClassNames("q-card", "q-sample");
        source.getElement().setAttribute("role", "status");
        curl.addClassName("q-curl");
        curl.getElement().setAttribute("tabindex", "0");
        type.setLabel(getTranslation("triggers.sample.type"));
        type.setItems(JSON, FORM);
        type.setItemLabelGenerator(one -> getTranslation("triggers.sample.type." + one));
        type.setValue(JSON);
        body.setLabel(getTranslation("triggers.sample.body"));
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PAUSE);
        body.setMaxHeight("260px");
        body.setWidthFull();
        query.setLabel(getTranslation("triggers.sample.query"));
        query.setHelperText(getTranslation("triggers.sample.query.help"));
        query.setValueChangeMode(ValueChangeMode.LAZY);
        query.setWidthFull();
        for (var field : List.of(body, query)) {
            field.getElement().setAttribute("autocomplete", "off").setAttribute("spellcheck", "false");
        }
        body.addFocusListener(focus -> entered = true);
        body.addBlurListener(blur -> entered = false);
        query.addFocusListener(focus -> entered = true);
        query.addBlurListener(blur -> entered = false);
        List.<HasValue<?, ?>>of(type, body, query)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        untouched = false;
                        source.setText(getTranslation("triggers.sample.own"));
                        curl.setVisible(false);
                    }
                    draw();
                }));
        add(new H2(getTranslation("triggers.sample")), source, curl, fields, body, type, query);
    }

    /** Does this with what the sample is, whenever it is another. */
    void onRead(SerializableConsumer<JsonNode> does) {
        this.read = does;
    }

    HookSample sample() {
        return new HookSample(body.getValue(), FORM.equals(type.getValue()), query.getValue());
    }

    /** Shows what came last, unless somebody has written something here, or is about to. */
    void look() {
        if (!untouched || entered) {
            return;
        }
        var last = desk.triggers().slice(desk.actor(), trigger.id(), new Slice(0, 1));
        if (last.isEmpty()) {
            showNothing();
        } else if (!last.get(0).id().equals(seen)) {
            show(desk.services().console().content(desk.actor(), trigger.id(), last.get(0)));
        }
    }

    /** Takes this delivery as the sample, whatever comes after it. */
    void take(HookContent content) {
        untouched = false;
        show(content);
    }

    private void showNothing() {
        source.setText(getTranslation("triggers.sample.none"));
        curl.setVisible(true);
        if (curl.getText().isEmpty()) {
            getElement().executeJs("return location.origin").then(String.class, origin -> curl.setText(line(origin)));
        }
        draw();
    }

    private String line(String origin) {
        var words = getTranslation(
                "triggers.curl.proof." + TriggerWords.word(trigger.proof().kind()),
                String.valueOf(trigger.proof().header()));
        return "curl -X POST " + origin + "/hooks/qt_… \\\n" + (words.isEmpty() ? "" : "  " + words + " \\\n")
                + "  -H 'Content-Type: application/json' \\\n  -d '{\"phone\": \"34600111222\", \"order\": \"A-17\"}'";
    }

    private void show(HookContent content) {
        curl.setVisible(false);
        var delivery = content.delivery();
        seen = delivery.id();
        var when =
                new When(delivery.at(), desk.clock().instant(), desk.signedIn().zone()).getText();
        var tree = content.tree();
        if (tree == null) {
            source.setText(getTranslation("triggers.sample.gone", when));
            return;
        }
        source.setText(getTranslation("triggers.sample.came", when, TriggerWords.outcome(this, delivery)));
        type.setValue(JSON);
        query.setValue(tree.path("query").properties().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asText()))
                .collect(Collectors.joining("&")));
        body.setValue(tree.has("body") ? tree.path("body").toPrettyString() : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void draw() {
        fields.removeAll();
        body.setInvalid(false);
        if (body.isEmpty() && query.isEmpty()) {
            return;
        }
        try {
            var tree = desk.services().console().tree(desk.actor(), sample());
            fields.add(
                    new Paragraph(getTranslation(pressed == null ? "triggers.fields.seen" : "triggers.fields.press")));
            fields.add(new FieldTree(tree, desk.may(Permission.MANAGE_CONNECTIONS) ? pressed : null));
            read.accept(tree);
        } catch (Problem refused) {
            body.setErrorMessage(TriggerRefusal.words(this, refused));
            body.setInvalid(true);
        }
    }
}
