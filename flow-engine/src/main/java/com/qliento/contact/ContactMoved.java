package com.qliento.contact;

import com.qliento.channel.ChannelId;
import com.qliento.organisation.OrganisationId;

/**
 * A contact has another number or user id: what they wrote from the one before is not answered there any more, but at
 * the address the contact has. Published in the transaction that notes it.
 */
public record ContactMoved(OrganisationId organisation, ChannelId channel, ContactId contact) {}
