package com.qliento.simulator.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * A person who is played.
 *
 * @param phone the number, digits only
 * @param name the profile name that webhooks carry
 * @param userId the business-scoped user id, if the person has one
 * @param numberHidden whether webhooks leave the number out, as Meta does for people who hide it; needs a user id
 */
public record Customer(
        String phone, @Nullable String name, @Nullable String userId, boolean numberHidden) {

    @Override
    public String toString() {
        return "Customer[]";
    }
}
