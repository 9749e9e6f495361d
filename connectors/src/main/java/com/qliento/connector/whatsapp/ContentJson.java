package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields {@code type} and the one named after the type, for each kind of content. */
final class ContentJson implements OutboundContent.Cases<ContentJson.Part> {
    static final ContentJson INSTANCE = new ContentJson();

    /** Fields that wait for the generator of the message. */
    @FunctionalInterface
    interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private ContentJson() {}

    @Override
    public Part text(Text text) {
        return json -> {
            json.writeStringField("type", "text");
            json.writeObjectFieldStart("text");
            json.writeBooleanField("preview_url", text.previewUrl());
            text(json, "body", text.body());
            json.writeEndObject();
        };
    }

    @Override
    public Part buttons(Buttons content) {
        return json -> {
            startInteractive(json, "button");
            texts(json, content.header(), content.body(), content.footer());
            json.writeObjectFieldStart("action");
            json.writeArrayFieldStart("buttons");
            for (Button button : content.buttons()) {
                json.writeStartObject();
                json.writeStringField("type", "reply");
                json.writeObjectFieldStart("reply");
                text(json, "id", button.id());
                text(json, "title", button.title());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        };
    }

    @Override
    public Part listMenu(ListMenu menu) {
        return json -> {
            startInteractive(json, "list");
            texts(json, menu.header(), menu.body(), menu.footer());
            json.writeObjectFieldStart("action");
            text(json, "button", menu.buttonLabel());
            json.writeArrayFieldStart("sections");
            for (Section section : menu.sections()) {
                section(json, section);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        };
    }

    @Override
    public Part media(Media media) {
        return json -> {
            json.writeStringField("type", media.kind().word());
            json.writeObjectFieldStart(media.kind().word());
            optional(json, "id", media.id());
            optional(json, "link", media.link());
            optional(json, "caption", media.caption());
            optional(json, "filename", media.filename());
            json.writeEndObject();
        };
    }

    private static void section(JsonGenerator json, Section section) throws IOException {
        json.writeStartObject();
        optional(json, "title", section.title());
        json.writeArrayFieldStart("rows");
        for (Row row : section.rows()) {
            json.writeStartObject();
            text(json, "id", row.id());
            text(json, "title", row.title());
            optional(json, "description", row.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void startInteractive(JsonGenerator json, String kind) throws IOException {
        json.writeStringField("type", "interactive");
        json.writeObjectFieldStart("interactive");
        json.writeStringField("type", kind);
    }

    private static void texts(JsonGenerator json, @Nullable String header, String body, @Nullable String footer)
            throws IOException {
        if (header != null) {
            json.writeObjectFieldStart("header");
            json.writeStringField("type", "text");
            text(json, "text", header);
            json.writeEndObject();
        }
        wrapped(json, "body", body);
        if (footer != null) {
            wrapped(json, "footer", footer);
        }
    }

    private static void wrapped(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        text(json, "text", text);
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            text(json, field, value);
        }
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, FieldText.wellFormed(value));
    }
}
