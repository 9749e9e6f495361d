package com.qliento.ui.rules;

import com.qliento.ruleset.DecisionChange;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** What differs between two versions of a table, cell by cell. */
final class ChangesDialog extends Dialog {

    private static final int MOST = 200;

    ChangesDialog(String title, List<DecisionChange> changes) {
        setHeaderTitle(title);
        setWidth("min(640px, 96vw)");
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation("rules.changes.none")));
        }
        var list = new UnorderedList();
        list.addClassName("q-rule-changes");
        changes.stream().limit(MOST).forEach(change -> list.add(line(change)));
        add(list);
        if (changes.size() > MOST) {
            add(new Paragraph(getTranslation("rules.changes.more", changes.size() - MOST)));
        }
        getFooter().add(new Button(getTranslation("editor.close"), click -> close()));
    }

    private ListItem line(DecisionChange change) {
        var where = new Span(getTranslation(
                "rules.change." + change.kind().name().toLowerCase(Locale.ROOT),
                change.decision(),
                Integer.toString(change.row()),
                change.column()));
        where.addClassName("q-rule-change-where");
        var line = new ListItem(where);
        if (!change.before().isEmpty()) {
            var before = new Span(change.before());
            before.addClassName("q-rule-change-before");
            before.getElement().setAttribute("aria-label", getTranslation("rules.change.before", change.before()));
            line.add(before);
        }
        if (!change.after().isEmpty()) {
            var after = new Span(change.after());
            after.addClassName("q-rule-change-after");
            after.getElement().setAttribute("aria-label", getTranslation("rules.change.after", change.after()));
            line.add(after);
        }
        return line;
    }
}
