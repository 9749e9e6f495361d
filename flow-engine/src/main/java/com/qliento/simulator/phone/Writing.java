package com.qliento.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.phone.ChatMessage.Refusal;
import com.qliento.simulator.phone.ChatMessage.Side;
import com.qliento.simulator.webhook.WebhookListener;
import com.qliento.simulator.whatsapp.Customer;
import com.qliento.simulator.whatsapp.SimulatedNumber;
import com.qliento.simulator.whatsapp.Uplink;
import com.qliento.simulator.whatsapp.WrittenMessage;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A played customer writes: the message goes on the phone and, as a signed webhook, to the business. */
@OnlyInDemo
@Component
final class Writing {

    private static final ProblemType WEBHOOK_QUEUE_FULL =
            new ProblemType(ProblemKind.UNAVAILABLE, "webhook-queue-full", "Too many webhooks are waiting");

    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}");
    private static final int LONGEST_TEXT = 65_536;

    private final Chats chats;
    private final Uplink uplink;
    private final Clock clock;

    Writing(Chats chats, Uplink uplink, Clock clock) {
        this.chats = chats;
        this.uplink = uplink;
        this.clock = clock;
    }

    /** Queues the webhook and gives back the message as the phone has it. Throws {@link Problem} when it can't be sent. */
    ChatMessage write(SimulatedNumber number, String phone, CustomerMessage given) {
        CustomerMessage said = given.answering(answered(number, phone, given));
        String type = type(said);
        JsonNode content = content(said, type);
        Customer customer = chats.meet(introduced(phone, said));
        ChatMessage message = chats.add(new ChatMessage(
                0,
                uplink.newId(),
                phone,
                number.phoneNumberId(),
                Side.CUSTOMER,
                type,
                content,
                null,
                said.replyTo(),
                clock.instant(),
                "pending",
                null));
        var sent = new WrittenMessage(message.id(), type, content, said.replyTo(), message.at());
        if (!uplink.send(number, customer, sent, new Fate(message.id()))) {
            chats.update(message.id(), "failed", new Refusal(WebhookListener.NO_ANSWER, 0));
            throw WEBHOOK_QUEUE_FULL.because(
                    "The receiver of the webhooks takes none. See that it answers 200, then try again.");
        }
        return message;
    }

    /** Digits only; refuses what is no phone number. */
    static String phone(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (!NUMBER.matcher(digits).matches()) {
            throw Problem.invalid("phone", "A phone number is 5 to 20 digits, with the country code, without spaces.");
        }
        return digits;
    }

    private Customer introduced(String phone, CustomerMessage said) {
        boolean hidden = said.numberHidden() != null
                ? said.numberHidden()
                : chats.byNumber(phone).map(Customer::numberHidden).orElse(false);
        boolean hasUserId = said.userId() != null
                || chats.byNumber(phone).map(Customer::userId).isPresent();
        if (hidden && !hasUserId) {
            throw Problem.invalid("numberHidden", "A customer without a userId can't hide the number.");
        }
        return new Customer(phone, said.name(), said.userId(), hidden);
    }

    private static String type(CustomerMessage said) {
        if (said.text() != null) {
            return "text";
        }
        if (said.choiceId() != null) {
            return "interactive";
        }
        if (said.type() == null || said.content() == null) {
            throw Problem.invalid("text", "Give a text, a choiceId with its title, or a type with its content.");
        }
        return said.type();
    }

    /** WhatsApp tells of each tap which message offered it: the newest that did, where the caller says none. */
    private @Nullable String answered(SimulatedNumber number, String phone, CustomerMessage said) {
        String choice = said.choiceId();
        if (said.replyTo() != null || choice == null) {
            return said.replyTo();
        }
        return chats.since(phone, 0).stream()
                .filter(message -> message.from() == Side.BUSINESS
                        && message.phoneNumberId().equals(number.phoneNumberId())
                        && message.content().findValuesAsText("id").contains(choice))
                .reduce((earlier, later) -> later)
                .map(ChatMessage::id)
                .orElse(null);
    }

    private JsonNode content(CustomerMessage said, String type) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (said.text() != null) {
            if (said.text().isBlank() || said.text().length() > LONGEST_TEXT) {
                throw Problem.invalid("text", "A text has 1 to " + LONGEST_TEXT + " characters.");
            }
            return content.put("body", said.text());
        }
        if (said.choiceId() != null) {
            return choice(said, said.choiceId(), content);
        }
        JsonNode given = said.content() == null ? content : said.content();
        return uplink.completed(type, given);
    }

    /** A row when it has a description or was offered by a list; a button otherwise. */
    private JsonNode choice(CustomerMessage said, String choiceId, ObjectNode content) {
        if (said.title() == null || said.title().isBlank()) {
            throw Problem.invalid("title", "A choice needs the title that was tapped.");
        }
        boolean row = said.description() != null || offeredByList(said.replyTo());
        String kind = row ? "list_reply" : "button_reply";
        content.put("type", kind);
        ObjectNode reply = content.putObject(kind).put("id", choiceId).put("title", said.title());
        if (said.description() != null) {
            reply.put("description", said.description());
        }
        return content;
    }

    private boolean offeredByList(@Nullable String messageId) {
        return messageId != null
                && chats.find(messageId)
                        .map(offer -> offer.content().path("type").asText().equalsIgnoreCase("list"))
                        .orElse(false);
    }

    private final class Fate implements WebhookListener {

        private final String messageId;

        private Fate(String messageId) {
            this.messageId = messageId;
        }

        @Override
        public void taken() {
            chats.update(messageId, "delivered", null);
        }

        @Override
        public void refused(int httpStatus, int attempts, boolean last) {
            chats.update(messageId, last ? "failed" : "refused", new Refusal(httpStatus, attempts));
        }
    }
}
