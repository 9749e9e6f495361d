package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * One message as the Cloud API takes it.
 *
 * @param replyTo the id of the message this one answers, shown as a quotation above it; the quotation is left out by
 *     WhatsApp when that message is deleted or older than 30 days
 * @param callbackData comes back on every status of this message (field {@code biz_opaque_callback_data}), at most
 *     {@value #MAX_CALLBACK_DATA} characters; never put personal data in it
 */
public record OutboundMessage(
        Address address,
        OutboundContent content,
        @Nullable String replyTo,
        @Nullable String callbackData) {

    /** Characters that WhatsApp keeps of {@code biz_opaque_callback_data}. */
    public static final int MAX_CALLBACK_DATA = 512;

    private static final int TYPICAL_SIZE = 512;
    private static final JsonFactory JSON = new JsonFactory();

    public OutboundMessage {
        if (callbackData != null && callbackData.length() > MAX_CALLBACK_DATA) {
            throw new IllegalArgumentException("callback data has " + callbackData.length() + " characters, at most "
                    + MAX_CALLBACK_DATA + " are allowed");
        }
    }

    /** A message that answers nothing in particular and carries no callback data. */
    public OutboundMessage(Address address, OutboundContent content) {
        this(address, content, null, null);
    }

    /** The body of {@code POST /{phone-number-id}/messages}, UTF-8. Limits are not checked. */
    public byte[] toJson() {
        try (var bytes = new ByteArrayBuilder(TYPICAL_SIZE)) {
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                write(json);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("messaging_product", "whatsapp");
        json.writeStringField("recipient_type", "individual");
        json.writeStringField(address.kind().field(), address.value());
        if (replyTo != null) {
            json.writeObjectFieldStart("context");
            json.writeStringField("message_id", replyTo);
            json.writeEndObject();
        }
        if (callbackData != null) {
            json.writeStringField("biz_opaque_callback_data", callbackData);
        }
        content.accept(ContentJson.INSTANCE).writeTo(json);
        json.writeEndObject();
    }

    @Override
    public String toString() {
        return "OutboundMessage[" + address + ", " + content + "]";
    }
}
