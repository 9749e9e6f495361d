package com.qliento.bpmn;

import java.util.Locale;

/** Words that depend on the language of who reads them. */
@FunctionalInterface
public interface Phrase {

    /** In this language, English when there is no translation. */
    String in(Locale language);
}
