package com.qliento.conversation;

import com.qliento.call.CallRequest;
import com.qliento.call.Expectation;
import com.qliento.connector.whatsapp.Fitted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens in a rehearsal while it happens, on the thread and in the transaction of the step. When a call
 * throws, the step comes to nothing. What was told of a step that fails did not happen.
 */
public interface RehearsalWatch {

    /**
     * The flow comes to an element.
     *
     * @param definitionId of the version it belongs to: the rehearsed one, or that of a flow which it starts
     * @param values what an expression can name there; fetched when asked for, and not to be used after the call
     */
    void entered(String definitionId, String element, Map<String, Object> values);

    /**
     * The flow says something.
     *
     * @param element the block that says it; null for what no block says
     * @param fitted as WhatsApp takes it, and what was shortened or left out for that
     */
    void said(@Nullable String element, Fitted fitted);

    /** The flow would say something, but all of it is empty: WhatsApp would refuse it, so nothing is sent. */
    void unsaid(@Nullable String element);

    /**
     * A block has a value: the answer it asked for, or what it worked out.
     *
     * @param name under which it is kept; empty when it is not
     */
    void kept(String element, String name, @Nullable Object value);

    /** A block asks another system and waits; nobody is asked. What it comes to is told by {@link Rehearsals#returned}. */
    void asked(String element, CallRequest request);

    /** A block waits for something that happens elsewhere; nobody is asked. It comes as what a call comes to. */
    void expected(String element, Expectation expectation);

    /** A block would have this written with the step; nothing is. */
    void did(String element, BlockAction.Deed deed);

    /** What the customer wrote is no answer to this element's question. */
    void misunderstood(String element);
}
