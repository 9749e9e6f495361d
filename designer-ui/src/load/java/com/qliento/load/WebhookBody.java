package com.qliento.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as Meta posts it: JSON bytes and the signature over exactly these bytes. */
final class WebhookBody {
    private final byte[] json;
    private final String signature;

    private WebhookBody(byte[] json, String signature) {
        this.json = json;
        this.signature = signature;
    }

    /** The bytes that were signed; not to be changed. */
    byte[] json() {
        return json;
    }

    String signature() {
        return signature;
    }

    /** One text of a customer; {@code seconds} is the epoch time Meta gives as a string. */
    record Text(long from, String wamid, long seconds, String text) {

        private String json() {
            return "{\"from\":\"" + from + "\",\"id\":\"" + wamid + "\",\"timestamp\":\"" + seconds
                    + "\",\"text\":{\"body\":\"" + text + "\"},\"type\":\"text\"}";
        }
    }

    /**
     * What became of a reply: {@code callbackData} is the application's own word for the call, empty when it gave
     * none.
     */
    record Status(long recipient, String wamid, String status, long seconds, String callbackData) {

        private String json() {
            String callback = callbackData.isEmpty() ? "" : ",\"biz_opaque_callback_data\":\"" + callbackData + "\"";
            return "{\"id\":\"" + wamid + "\",\"status\":\"" + status + "\",\"timestamp\":\"" + seconds
                    + "\",\"recipient_id\":\"" + recipient + "\"" + callback
                    + ",\"pricing\":{\"billable\":false,\"pricing_model\":\"PMP\",\"category\":\"service\","
                    + "\"type\":\"free_customer_service\"}}";
        }
    }

    /** Texts of one customer in one body, in this order. */
    static WebhookBody texts(Channel channel, List<Text> texts) {
        long from = texts.get(0).from();
        return signed(
                channel,
                "\"contacts\":[{\"profile\":{\"name\":\"Customer\"},\"wa_id\":\"" + from + "\"}],\"messages\":["
                        + texts.stream().map(Text::json).collect(Collectors.joining(",")) + "]");
    }

    static WebhookBody status(Channel channel, Status status) {
        return signed(channel, "\"statuses\":[" + status.json() + "]");
    }

    private static WebhookBody signed(Channel channel, String updates) {
        String json = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":[{"
                + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{"
                + "\"display_phone_number\":\"15550783881\","
                + "\"phone_number_id\":\"" + channel.phoneNumberId() + "\"}," + updates
                + "},\"field\":\"messages\"}]}]}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new WebhookBody(bytes, sign(bytes, channel.appSecret()));
    }

    /** The signature's header over these bytes. */
    static String sign(byte[] bytes, String secret) {
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, bytes));
    }

    private static byte[] hmac(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
