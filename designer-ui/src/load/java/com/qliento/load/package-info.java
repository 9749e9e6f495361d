/**
 * The load program: customers who write, and the Graph API that hears the answers, in one process.
 *
 * <p>It knows the application only by its outside contract (webhook in, Graph API call out), so that what it counts as
 * lost or sent twice is what a customer would see.
 */
@NullMarked
package com.qliento.load;

import org.jspecify.annotations.NullMarked;
