package com.qliento.contact;

import com.qliento.channel.ChannelId;
import com.qliento.organisation.OrganisationId;

/**
 * Two contacts turned out to be one person. Published in the transaction that merges them; whoever holds something of
 * the one that went hands it to the one that stays.
 */
public record ContactsMerged(OrganisationId organisation, ChannelId channel, ContactId stays, ContactId went) {}
