package com.qliento.tryout;

import com.qliento.connector.whatsapp.OutboundContent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in words.
 *
 * @param text header, text and footer, a line each
 * @param options the titles of its buttons or rows
 */
public record Reply(String text, List<String> options) {

    /** The words of this message. */
    public static Reply of(OutboundContent content) {
        return content.accept(new Words());
    }

    private static final class Words implements OutboundContent.Cases<Reply> {

        @Override
        public Reply text(OutboundContent.Text text) {
            return new Reply(text.body(), List.of());
        }

        @Override
        public Reply buttons(OutboundContent.Buttons message) {
            return new Reply(
                    lines(message.header(), message.body(), message.footer()),
                    message.buttons().stream()
                            .map(OutboundContent.Buttons.Button::title)
                            .toList());
        }

        @Override
        public Reply listMenu(OutboundContent.ListMenu message) {
            return new Reply(
                    lines(message.header(), message.body(), message.footer()),
                    message.sections().stream()
                            .flatMap(section -> section.rows().stream())
                            .map(OutboundContent.ListMenu.Row::title)
                            .toList());
        }

        /** What stands under it, else that it is a file. */
        @Override
        public Reply media(OutboundContent.Media media) {
            return new Reply(
                    lines(
                                    "[" + media.kind().word() + "]",
                                    Objects.requireNonNullElse(media.caption(), ""),
                                    media.filename())
                            .strip(),
                    List.of());
        }

        private static String lines(@Nullable String header, String body, @Nullable String footer) {
            return String.join(
                    "\n",
                    Stream.of(header, body, footer).filter(Objects::nonNull).toList());
        }
    }

    @Override
    public String toString() {
        return "Reply";
    }
}
