package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNetworkTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.1.1", "100.128.0.1", "172.32.0.1", "192.169.1.1", "2a00:1450:4001::1"})
    void a_server_may_be_on_the_open_network(String address) throws UnknownHostException {
        assertThat(OpenNetwork.has(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2002:7f00:1::1",
                "2001:0:1::1"
            })
    void and_never_within_ours(String address) throws UnknownHostException {
        assertThat(OpenNetwork.has(InetAddress.getByName(address))).isFalse();
    }
}
