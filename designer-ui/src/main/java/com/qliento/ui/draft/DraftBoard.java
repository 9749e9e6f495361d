package com.qliento.ui.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;

/** A board on which a draft is written. */
public interface DraftBoard extends Serializable {

    /** The board itself, whose script knows what of it is not kept yet. */
    Component component();

    /** Gives the file as it is this moment. */
    void file(SerializableConsumer<String> xml);

    /** Shows this file instead of what was there. */
    void open(byte[] content);

    /** Shows a newer file unless something here is not kept yet; tells whether it is shown. */
    void follow(byte[] content, SerializableConsumer<Boolean> followed);

    /** What was told last is not saved. */
    void notSaved();
}
