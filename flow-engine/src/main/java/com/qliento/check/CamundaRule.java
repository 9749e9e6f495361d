package com.qliento.check;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Extensions of the engine are refused, all but the few that only hold text: the block's template and settings, and what
 * Camunda's own modeler writes on every process.
 */
@Component
@Order(30)
final class CamundaRule implements FlowRule {

    private static final Set<String> ALLOWED = Set.of(
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist");
    private static final Set<String> CODE = Set.of(
            "class",
            "expression",
            "delegateExpression",
            "type",
            "topic",
            "resource",
            "variableMappingClass",
            "variableMappingDelegateExpression");
    private static final Set<String> FORM = Set.of(
            "formKey",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "formHandlerClass",
            "formData",
            "formProperty",
            "formField");
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("executionListener", "listener"),
            Map.entry("taskListener", "listener"),
            Map.entry("inputOutput", "input-output"),
            Map.entry("inputParameter", "input-output"),
            Map.entry("outputParameter", "input-output"),
            Map.entry("in", "mapping"),
            Map.entry("out", "mapping"),
            Map.entry("connector", "connector"),
            Map.entry("script", "script"));

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        check(flow.source().definitions(), findings);
    }

    private static void check(Xml element, Findings findings) {
        element.attributes().keySet().forEach(attribute -> attribute(element, attribute, findings));
        for (Xml child : element.children()) {
            if (!Xml.camunda(child.namespace()) || settings(element, child)) {
                check(child, findings);
            } else {
                refuse(child, ELEMENTS.getOrDefault(child.tag(), formOr(child.tag(), "camunda-element")), findings);
            }
        }
    }

    private static boolean settings(Xml parent, Xml child) {
        return (parent.is("extensionElements") && child.tag().equals("properties"))
                || (parent.tag().equals("properties") && child.tag().equals("property"));
    }

    private static void attribute(Xml element, String attribute, Findings findings) {
        int end = attribute.indexOf('}');
        if (end < 0 || !Xml.camunda(attribute.substring(1, end))) {
            return;
        }
        String name = attribute.substring(end + 1);
        if (!ALLOWED.contains(name)) {
            String code = CODE.contains(name) ? "java-call" : formOr(name, "camunda-attribute");
            findings.error(element, said(element, code, "camunda:" + name));
        }
    }

    private static void refuse(Xml element, String code, Findings findings) {
        findings.error(element, said(element, code, "camunda:" + element.tag()));
    }

    private static String formOr(String name, String otherwise) {
        return FORM.contains(name) ? "form" : otherwise;
    }

    private static Said said(Xml element, String code, String what) {
        Xml named = Findings.named(element);
        return Said.of(code, Sentences.step(named == null ? element : named), Sentences.quote(what));
    }
}
