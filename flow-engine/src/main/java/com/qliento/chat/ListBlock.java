package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.ListRows;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.rules.feel.TextTemplate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says a text with a list of rows to choose from. */
@Order(3)
@Component
class ListBlock implements BlockHandler {

    private static final Block LIST = Block.of(ChatWords.ALL, "list", BlockGroup.SAY, BpmnElement.SEND_TASK)
            .exits(Exit.NOT_ALLOWED)
            .with(
                    Frame.BODY,
                    Frame.HEADER,
                    Frame.FOOTER,
                    Frame.LIST_BUTTON,
                    Parameter.of("rows", ParameterKind.ROWS).needed(),
                    UseSettings.USE);

    private record SectionTexts(TextTemplate title, ChoiceTexts rows) {}

    @Override
    public Block block() {
        return LIST;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var body = parameters.requiredTemplate("text");
        var button = parameters.requiredTemplate("button");
        var frame = new Frame(parameters.template("header"), parameters.template("footer"));
        var sections = ListRows.parse(parameters.text("rows")).sections().stream()
                .map(section -> new SectionTexts(
                        parameters.compile(section.title()), ChoiceTexts.of(parameters, section.rows())))
                .toList();
        return step -> {
            var values = step.values();
            step.say(
                    parameters.element(),
                    new OutboundContent.ListMenu(
                            body.render(values),
                            frame.header(values),
                            frame.footer(values),
                            button.render(values),
                            sections.stream()
                                    .map(s -> new OutboundContent.ListMenu.Section(
                                            s.title().render(values), s.rows().rows(values)))
                                    .toList()));
            return Outcome.GO_ON;
        };
    }
}
