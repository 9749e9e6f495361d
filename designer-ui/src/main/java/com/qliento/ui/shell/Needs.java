package com.qliento.ui.shell;

import com.qliento.account.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may come to a view: whoever's role in the organisation they work for allows all of these; nothing named means
 * everybody who signed in. Asked at each navigation, and before the view is offered anywhere. The services ask again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** What the role must allow. */
    Permission[] value();
}
