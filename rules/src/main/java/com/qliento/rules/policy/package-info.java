/**
 * The platform's own policies, as rules: what may be sent, who gets a message, what a plan includes, how long data is
 * kept, until when a privacy case is answered, what looks like abuse. Each rule has an id, a sentence and a source.
 */
@NamedInterface("policy")
@NullMarked
package com.qliento.rules.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
