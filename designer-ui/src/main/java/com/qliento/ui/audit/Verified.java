package com.qliento.ui.audit;

import com.qliento.audit.AuditFinding;
import com.qliento.audit.AuditHead;
import com.qliento.trail.Trail;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What came of verifying the chain; nothing until somebody has it verified. */
final class Verified extends Div {

    private final transient Trail trail;
    private final transient SignedIn signedIn;

    Verified(Trail trail, SignedIn signedIn) {
        this.trail = trail;
        this.signedIn = signedIn;
        addClassName("q-audit-verified");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Goes along the whole chain, part by part. */
    void look() {
        long checked = 0;
        long found = 0;
        var findings = new ArrayList<AuditFinding>();
        AuditHead head = null;
        Long next = 1L;
        while (next != null) {
            var part = trail.verify(signedIn.actor(), next, Trail.MOST_VERIFIED);
            checked += part.checked();
            found += part.found();
            findings.addAll(part.findings());
            head = part.head();
            next = part.next();
        }
        removeAll();
        var result = new Span(
                found == 0
                        ? getTranslation("audit.intact", checked)
                        : getTranslation("audit.tampered", checked, found));
        result.addClassNames("q-state", found == 0 ? "good" : "bad");
        add(result, new Span(said(head)));
        if (found > 0) {
            var list = new UnorderedList();
            findings.forEach(finding -> list.add(new ListItem(said(finding))));
            add(list);
        }
        setVisible(true);
    }

    private String said(@Nullable AuditHead head) {
        if (head == null) {
            return getTranslation("audit.head.none");
        }
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(head.at().atZone(signedIn.zone()));
        return getTranslation("audit.head", time, head.sequence());
    }

    private String said(AuditFinding finding) {
        var why = getTranslation("audit.finding." + ListAddress.name(finding.kind()));
        if (finding.sequence() != null) {
            return getTranslation("audit.finding.at", finding.sequence(), why);
        }
        if (finding.day() != null) {
            return getTranslation("audit.finding.of", finding.day().toString(), why);
        }
        return getTranslation("audit.finding.entry", String.valueOf(finding.entry()), why);
    }
}
