package com.qliento.mail;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Where a mail server may be that an organisation names: on the open network, and nowhere within ours. */
final class OpenNetwork {

    private OpenNetwork() {}

    /** Whether it may be at this address. Of IPv6 only what is given out to everybody, without what embeds an IPv4 address. */
    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address instanceof Inet4Address) {
            return !address.isAnyLocalAddress()
                    && !address.isLoopbackAddress()
                    && !address.isLinkLocalAddress()
                    && !address.isSiteLocalAddress()
                    && first != 0
                    && first < 224
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0)
                    && !(first == 198 && (second == 18 || second == 19));
        }
        boolean givenOut = (first & 0xE0) == 0x20;
        boolean embeds = first == 0x20 && (second == 0x02 || (second == 0x01 && (bytes[2] & 0xFE) == 0));
        return givenOut && !embeds;
    }
}
