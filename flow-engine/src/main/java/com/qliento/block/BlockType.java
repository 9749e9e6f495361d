package com.qliento.block;

/**
 * A type of block: one bean for each, in the package of its set. What else there is to a type, such as what it does when
 * a flow comes to it, the bean says by interfaces that extend this one.
 */
public interface BlockType {

    /** What it is; the same each time. */
    Block block();
}
