package com.qliento.check;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * JUEL ({@code ${...}}, {@code #{...}}) reaches Java, so it is refused wherever the engine could evaluate it. Names,
 * notes and settings are never evaluated; in a setting it is sent as it stands, which deserves a warning.
 */
@Component
@Order(40)
final class JuelRule implements FlowRule {

    private static final Set<String> NEVER_EVALUATED = Set.of("documentation", "textAnnotation", "text");
    private static final Set<String> PLAIN_ATTRIBUTES = Set.of("name", "id");

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        check(flow.source().definitions(), findings);
    }

    private static void check(Xml element, Findings findings) {
        if ((element.bpmn() && NEVER_EVALUATED.contains(element.tag())) || drawing(element)) {
            return;
        }
        boolean setting = Xml.camunda(element.namespace()) && element.tag().equals("property");
        if (setting && FlowCompiler.isJuel(element.attribute("value"))) {
            findings.warning(
                    element, Said.of("juel-as-text", step(element), Sentences.quote(element.attribute("name"))));
        } else if (!setting && evaluated(element).anyMatch(FlowCompiler::isJuel)) {
            findings.error(element, Said.of("juel", step(element)));
        }
        element.children().forEach(child -> check(child, findings));
    }

    private static Stream<String> evaluated(Xml element) {
        return Stream.concat(
                Stream.of(element.text()),
                element.attributes().entrySet().stream()
                        .filter(attribute -> !PLAIN_ATTRIBUTES.contains(attribute.getKey()))
                        .map(Map.Entry::getValue));
    }

    private static boolean drawing(Xml element) {
        return element.namespace().equals(Xml.BPMNDI);
    }

    private static Phrase step(Xml element) {
        Xml named = Findings.named(element);
        return Sentences.step(named == null ? element : named);
    }
}
