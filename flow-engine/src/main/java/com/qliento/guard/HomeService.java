package com.qliento.guard;

/**
 * Something that this application itself offers to requests, such as what a demo has to try them with. It alone is reached
 * without the network being looked at: at the address where this very process listens, by this path and no other, and a
 * redirect never leads there. Outside the demo there is none.
 */
public interface HomeService {

    /** The path, from the slash on; it stands in a flow in place of an address. */
    String path();
}
