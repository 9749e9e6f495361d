package com.qliento.conversation;

import com.qliento.conversation.offer.OnOffer;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.database.TimeOrderedId;
import com.qliento.outbox.SentMessages;
import com.qliento.rules.policy.Heard.Offer;
import org.springframework.stereotype.Component;

/** What a message is to the question that a conversation asks: the message that offered a choice decides, then its title. */
@Component
class Taps {

    private final Questions questions;
    private final SentMessages sent;

    Taps(Questions questions, SentMessages sent) {
        this.questions = questions;
        this.sent = sent;
    }

    /**
     * Says it of a message.
     *
     * @param elsewhere whether its words mean something besides: a word that ends the flow, or starts another
     */
    Offer offer(Step step, Incoming message, boolean elsewhere) {
        if (step.position().state() == FlowPosition.State.FREE) {
            return Offer.NONE;
        }
        var tap = message.tapped();
        var offer = step.onOffer();
        if (tap == null) {
            if (!elsewhere && offer != null && before(step, message, offer)) {
                return Offer.EARLIER;
            }
            return elsewhere && questions.offer(step, message) ? Offer.CURRENT : Offer.NONE;
        }
        if (offer != null && offer.takes(tap)) {
            return Offer.CURRENT;
        }
        // What only shows choices may be a way to other flows: there its title is as good as written.
        return elsewhere && !tap.question() ? Offer.NONE : Offer.EARLIER;
    }

    /** Whether it is a tap on a message of ours from before what is on offer; its id says nothing of that. */
    private boolean before(Step step, Incoming message, OnOffer offer) {
        var tap = message.tap();
        return tap != null
                && tap.message() != null
                && sent.queuedAt(step.conversation().lane(), tap.message())
                        .filter(TimeOrderedId.timeOf(offer.id())::isAfter)
                        .isPresent();
    }
}
