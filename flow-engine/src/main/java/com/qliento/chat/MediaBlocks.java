package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.MediaSource;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.outbox.FileReference;
import com.qliento.rules.feel.TextTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Blocks that send a file of the organisation, or what is behind a link: one for each kind. */
@Configuration(proxyBeanMethods = false)
class MediaBlocks {

    private static final Parameter CAPTION =
            Parameter.of("caption", ParameterKind.TEXT).upTo(MessageLimits.CAPTION);
    private static final Parameter FILENAME =
            Parameter.of("filename", ParameterKind.LINE).upTo(MessageLimits.FILENAME);

    private record MediaBlock(MediaKind kind, Block block) implements BlockHandler {

        static MediaBlock of(MediaKind kind, Parameter... more) {
            var all = new ArrayList<Parameter>();
            all.add(Parameter.media("file", kind.word()));
            all.addAll(List.of(more));
            all.add(UseSettings.USE);
            return new MediaBlock(
                    kind,
                    Block.of(ChatWords.ALL, kind.word(), BlockGroup.SAY, BpmnElement.SEND_TASK)
                            .summary("{file} · {caption}")
                            .exits(Exit.NOT_ALLOWED)
                            .with(all.toArray(Parameter[]::new)));
        }

        @Override
        public BlockAction prepare(BlockParameters parameters) {
            var source = MediaSource.parse(parameters.text("file"))
                    .orElseThrow(() -> new IllegalStateException("a flow was published without its file"));
            var id = source.file() == null ? null : FileReference.to(source.file());
            var caption = parameters.template("caption");
            var filename = parameters.template("filename");
            return step -> {
                var values = step.values();
                step.say(
                        parameters.element(),
                        new OutboundContent.Media(
                                kind, id, source.link(), text(caption, values), text(filename, values)));
                return Outcome.GO_ON;
            };
        }

        private static @Nullable String text(@Nullable TextTemplate template, Map<String, Object> values) {
            return template == null ? null : template.render(values);
        }
    }

    @Bean
    @Order(4)
    BlockHandler imageBlock() {
        return MediaBlock.of(MediaKind.IMAGE, CAPTION);
    }

    @Bean
    @Order(5)
    BlockHandler videoBlock() {
        return MediaBlock.of(MediaKind.VIDEO, CAPTION);
    }

    @Bean
    @Order(6)
    BlockHandler audioBlock() {
        return MediaBlock.of(MediaKind.AUDIO);
    }

    @Bean
    @Order(7)
    BlockHandler documentBlock() {
        return MediaBlock.of(MediaKind.DOCUMENT, FILENAME, CAPTION);
    }
}
