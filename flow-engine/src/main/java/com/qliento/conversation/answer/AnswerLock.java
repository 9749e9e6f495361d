package com.qliento.conversation.answer;

import com.qliento.vault.KeyDestroyed;

/** Keeps the answers of one conversation from other eyes while they lie there, each under its name. */
public interface AnswerLock {

    /** Closes the value up, as text. */
    String close(String name, byte[] json);

    /** What {@link #close} was given. */
    byte[] open(String name, String closed) throws KeyDestroyed;
}
