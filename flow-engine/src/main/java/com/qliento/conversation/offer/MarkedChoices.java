package com.qliento.conversation.offer;

import com.qliento.block.TapId;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A message whose choices carry other ids; one without choices stays as it is. */
public record MarkedChoices(UnaryOperator<String> ids) implements OutboundContent.Cases<OutboundContent> {

    @Override
    public OutboundContent text(Text text) {
        return text;
    }

    @Override
    public OutboundContent media(Media media) {
        return media;
    }

    @Override
    public OutboundContent buttons(Buttons message) {
        return new Buttons(
                message.body(),
                message.header(),
                message.footer(),
                message.buttons().stream()
                        .map(button -> new Buttons.Button(ids.apply(button.id()), button.title()))
                        .toList());
    }

    @Override
    public OutboundContent listMenu(ListMenu message) {
        return new ListMenu(
                message.body(),
                message.header(),
                message.footer(),
                message.buttonLabel(),
                message.sections().stream()
                        .map(section -> new ListMenu.Section(
                                section.title(),
                                section.rows().stream()
                                        .map(row ->
                                                new ListMenu.Row(ids.apply(row.id()), row.title(), row.description()))
                                        .toList()))
                        .toList());
    }

    /** The message with ids that say which offer they belong to. */
    public static OutboundContent in(OnOffer offer, boolean question, String looks, OutboundContent content) {
        return content.accept(new MarkedChoices(id -> new TapId(id, question, offer.id(), looks).written()));
    }

    /** The same eight characters for messages that offer the same under the same text; empty when it offers nothing. */
    public static String looks(OutboundContent content) {
        var shown = content.accept(new Shown());
        if (shown.isEmpty()) {
            return "";
        }
        var sum = new CRC32();
        sum.update(shown.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static final class Shown implements OutboundContent.Cases<String> {

        @Override
        public String text(Text text) {
            return "";
        }

        @Override
        public String media(Media media) {
            return "";
        }

        @Override
        public String buttons(Buttons message) {
            return message.body()
                    + message.buttons().stream()
                            .map(button -> "\n" + button.id() + "\t" + button.title())
                            .collect(Collectors.joining());
        }

        @Override
        public String listMenu(ListMenu message) {
            return message.body()
                    + message.sections().stream()
                            .flatMap(section -> section.rows().stream())
                            .map(row -> "\n" + row.id() + "\t" + row.title() + "\t" + row.description())
                            .collect(Collectors.joining());
        }
    }
}
