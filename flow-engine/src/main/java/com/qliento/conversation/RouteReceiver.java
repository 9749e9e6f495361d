package com.qliento.conversation;

import com.qliento.rules.policy.Heard;

/**
 * Takes the messages that go by one route and to no flow, such as those that ask for a person. A bean for each route, of
 * the feature that the messages are for; two for one route are refused when the application starts.
 */
public interface RouteReceiver {

    /** The route. */
    Heard.Route route();

    /** What a message is that goes by it, as the routing rules know it. */
    Heard.Word word();

    /**
     * Whether a text, taken as a whole and normalised, is such a word. Asked only of messages that no flow takes: what a
     * customer answers a question with, or starts a flow with, is what the flow makes of it. But words that end messages
     * are asked of before a flow that takes just any message.
     */
    boolean means(String normalised);

    /**
     * Does what is to be done in this step, and answers the customer. The flow that runs, if one does, stays where it
     * stands; the trace notes by itself that the message was received, and by which rule.
     */
    void receive(Step step);
}
