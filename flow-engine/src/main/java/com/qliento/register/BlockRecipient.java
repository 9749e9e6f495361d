package com.qliento.register;

import com.qliento.bpmn.BlockNode;
import java.util.Optional;

/**
 * Whom a block hands something of people: one bean for each block that asks another system, in the feature whose block it
 * is. Of a block without one is told its own name.
 */
public interface BlockRecipient {

    /** The block's key. */
    String block();

    /** As people name them, such as a host; nothing of a person. Empty when nobody is written there yet. */
    Optional<String> name(BlockNode block);
}
