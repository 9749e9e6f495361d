package com.qliento.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChannelEqualityTest {

    private final ChannelId id = new ChannelId(UUID.randomUUID());
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());

    @Test
    void a_channel_read_twice_is_one_key_and_another_secret_makes_another() {
        assertThat(channel(1)).isEqualTo(channel(1)).hasSameHashCodeAs(channel(1));
        assertThat(channel(1)).isNotEqualTo(channel(2));
    }

    private Channel channel(int secret) {
        return new Channel(id, organisation, "106", null, "34600000000", new byte[] {(byte) secret}, "token");
    }
}
