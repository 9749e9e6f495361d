/** The frame of every view: look, navigation, words in three languages, errors. */
@NullMarked
package com.qliento.ui.shell;

import org.jspecify.annotations.NullMarked;
