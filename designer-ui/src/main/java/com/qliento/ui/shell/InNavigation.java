package com.qliento.ui.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a view in the navigation and the command bar to everybody whom {@link Needs} lets in. The shell finds all views
 * that say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InNavigation {

    /** The section it stands in. */
    Section section();

    /** Its place in the section; the smaller first. */
    int order();

    /** The key of its words. */
    String title();

    /** As {@link Icon} names it. */
    String icon();
}
