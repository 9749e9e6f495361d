package com.qliento.ui.list;

import com.qliento.rest.Slice;
import java.util.List;

/** Where the rows of a list come from, already filtered and in order. Either question may fail. */
public interface Rows<T> {

    /** How many there are. */
    int count();

    /** Some of them; fewer when there are not so many any more. */
    List<T> slice(Slice slice);
}
