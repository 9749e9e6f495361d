package com.qliento.chat;

import com.qliento.block.MediaSource;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.outbox.FileReference;
import com.qliento.rules.feel.TextTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Blocks that send a file of the organisation, or what is behind a link: one for each kind. */
@Configuration(proxyBeanMethods = false)
class MediaBlocks {

    private record MediaBlock(MediaKind kind) implements BlockHandler {

        @Override
        public String block() {
            return kind.word();
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
    BlockHandler imageBlock() {
        return new MediaBlock(MediaKind.IMAGE);
    }

    @Bean
    BlockHandler videoBlock() {
        return new MediaBlock(MediaKind.VIDEO);
    }

    @Bean
    BlockHandler audioBlock() {
        return new MediaBlock(MediaKind.AUDIO);
    }

    @Bean
    BlockHandler documentBlock() {
        return new MediaBlock(MediaKind.DOCUMENT);
    }
}
