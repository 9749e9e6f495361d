package com.qliento.flow;

/** The most characters of the parts of a choice that have no parameter of their own. */
final class WhatsAppLimits {

    static final int BUTTON_TITLE = 20;
    static final int ROW_TITLE = 24;
    static final int ROW_DESCRIPTION = 72;
    static final int SECTION_TITLE = 24;

    private WhatsAppLimits() {}
}
