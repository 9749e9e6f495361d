package com.qliento.ui.audit;

import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditFilter;
import com.qliento.ui.list.ListAddress;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which entries to show: by action, by whom and since when, as the address says. */
final class AuditFilters extends Div {

    private static final String ACTION = "action";
    private static final String WHO = "who";
    private static final String SINCE = "since";

    private static final Map<String, Duration> AGO =
            Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), "month", Duration.ofDays(30));

    private final ComboBox<String> action = new ComboBox<>();
    private final ComboBox<String> who = new ComboBox<>();
    private final ComboBox<String> since = new ComboBox<>();

    /**
     * @param people names by account
     * @param chosen a name of the address, and what it is to say; null for nothing
     */
    AuditFilters(Map<String, String> people, SerializableBiConsumer<String, String> chosen) {
        addClassName("q-audit-filters");
        var names = Map.copyOf(people);
        choice(action, ACTION, chosen);
        action.setItems(codes());
        action.setItemLabelGenerator(code -> getTranslation("audit.action." + code));
        choice(who, WHO, chosen);
        who.setItems(List.copyOf(people.keySet()));
        who.setItemLabelGenerator(account -> names.getOrDefault(account, account));
        choice(since, SINCE, chosen);
        since.setItems("day", "week", "month");
        since.setItemLabelGenerator(time -> getTranslation("audit.since." + time));
        add(action, who, since);
    }

    private void choice(ComboBox<String> choice, String name, SerializableBiConsumer<String, String> chosen) {
        choice.setPlaceholder(getTranslation("audit." + name + ".any"));
        choice.setAriaLabel(getTranslation("audit." + name));
        choice.setClearButtonVisible(true);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(name, change.getValue());
            }
        });
    }

    private static List<String> codes() {
        return Arrays.stream(AuditAction.values()).map(AuditAction::code).toList();
    }

    /** What an address can say of it. */
    static ListAddress address(Map<String, String> people) {
        return new ListAddress().one(ACTION, codes()).one(WHO, people.keySet()).one(SINCE, AGO.keySet());
    }

    /** Shows what the address says. */
    void show(Map<String, String> said) {
        action.setValue(said.get(ACTION));
        who.setValue(said.get(WHO));
        since.setValue(said.get(SINCE));
    }

    /** What the address asks for. */
    static AuditFilter value(Map<String, String> said, Instant now) {
        var code = said.get(ACTION);
        var time = said.get(SINCE);
        return new AuditFilter(
                time == null ? null : now.minus(AGO.getOrDefault(time, Duration.ZERO)),
                null,
                said.get(WHO),
                code == null ? null : AuditAction.of(code).orElse(null),
                null);
    }
}
