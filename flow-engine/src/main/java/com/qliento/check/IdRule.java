package com.qliento.check;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ids are how everything else points at an element: each there, of XML's form, and once. */
@Component
@Order(20)
final class IdRule implements FlowRule {

    /** Ids the compiler writes itself begin so. */
    private static final int LONGEST = 200;

    private static final Pattern NC_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}\\p{M}._-]*");

    static boolean ncName(String id) {
        return NC_NAME.matcher(id).matches();
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Stream.concat(flow.source().nodes().stream(), flow.source().arrows().stream())
                .forEach(element -> form(element, findings));
        var seen = new HashSet<String>();
        flow.source()
                .definitions()
                .tree()
                .filter(element -> element.bpmn() && !element.id().isEmpty())
                .filter(element -> !seen.add(element.id()))
                .forEach(element -> findings.error(
                        element,
                        Said.of("duplicate-id", Sentences.quote(element.id())).mendedBy(Repair.of("new-id", element))));
    }

    private static void form(Xml element, Findings findings) {
        if (element.id().isEmpty()) {
            findings.error(element, Said.of("no-id", Sentences.step(element)));
        } else if (element.id().length() > LONGEST
                || !ncName(element.id())
                || element.id().startsWith(FlowCompiler.RESERVED)) {
            findings.error(
                    element,
                    Said.of("bad-id", Sentences.quote(element.id()), LONGEST, FlowCompiler.RESERVED)
                            .mendedBy(Repair.of("new-id", element)));
        }
    }
}
