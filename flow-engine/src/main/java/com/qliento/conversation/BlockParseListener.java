package com.qliento.conversation;

import com.qliento.consent.Purpose;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.told.StepNews;
import com.qliento.engine.ProcessKind;
import com.qliento.rules.feel.Expressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** MessageTurns the blocks of a chat flow into what they do, once, when the engine reads the flow. */
@Component
class BlockParseListener extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn", "camunda");

    /** Asked at every element, and by the container each time it would be looked for. */
    private final SingletonSupplier<Steps> steps;

    private final Expressions expressions;
    private final Map<String, BlockHandler> handlers;

    BlockParseListener(ObjectProvider<Steps> steps, Expressions expressions, List<BlockHandler> handlers) {
        this.steps = SingletonSupplier.of(steps::getObject);
        this.expressions = expressions;
        this.handlers = handlers.stream()
                .collect(Collectors.toMap(handler -> handler.block().template(), Function.identity()));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (isChatFlow(definition)) {
            definition.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
        }
    }

    /** Other processes have blocks of their own, and no conversation. */
    private static boolean isChatFlow(ScopeImpl scope) {
        return scope.getProcessDefinition() instanceof ProcessDefinitionEntity definition
                && ProcessKind.CHAT.holds(definition);
    }

    private void ended(DelegateExecution execution) {
        var instance = (ExecutionEntity) execution;
        if (instance.getSuperExecution() == null) {
            boolean cancelled = instance.getDeleteReason() != null;
            steps.obtain().of(execution).ends(cancelled ? StepNews.Ending.STOPPED : StepNews.Ending.FINISHED);
        }
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        become(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        become(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        become(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        become(element, activity);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        trace(activity);
    }

    private void become(Element element, ActivityImpl activity) {
        var template = element.attributeNS(CAMUNDA, "modelerTemplate");
        var handler = template == null ? null : handlers.get(template);
        if (handler == null || !isChatFlow(activity.getFlowScope())) {
            return;
        }
        var block = handler.block();
        var parameters = new BlockParameters(block, activity.getId(), parameters(element), expressions);
        activity.setActivityBehavior(
                new BlockBehavior(steps.obtain(), block, handler.prepare(parameters), use(parameters)));
        trace(activity);
    }

    /** To serve the customer needs no asking, but where their data goes to another system: a restriction ends that too. */
    private static @Nullable Purpose use(BlockParameters parameters) {
        var use = UseSettings.of(parameters.text(UseSettings.USE.name()));
        boolean asks = parameters.block().parameter(UseSettings.USE.name()).isPresent()
                && (use != Purpose.SERVICE || parameters.block().calls());
        return asks ? use : null;
    }

    private static Map<String, String> parameters(Element element) {
        var parameters = new HashMap<String, String>();
        var extensions = element.element("extensionElements");
        var properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        if (properties != null) {
            for (var property : properties.elementsNS(CAMUNDA, "property")) {
                parameters.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return parameters;
    }

    private void trace(ActivityImpl activity) {
        if (isChatFlow(activity.getFlowScope())) {
            var id = activity.getId();
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    steps.obtain().of(execution).enters(execution.getProcessDefinitionId(), calls(execution), id));
        }
    }

    /** The blocks that started this flow inside others, the outermost first; empty for a conversation's own flow. */
    private static String calls(DelegateExecution execution) {
        var calls = new StringBuilder();
        var caller = caller(execution);
        while (caller != null) {
            calls.insert(0, caller.getCurrentActivityId() + Visit.INSIDE);
            caller = caller(caller);
        }
        return calls.toString();
    }

    private static @Nullable ExecutionEntity caller(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
    }
}
