package com.qliento.guard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public network and nobody's own. Of IPv4 all that the registry of special purposes does not
 * take out; of IPv6 only global unicast without what embeds an IPv4 address, which may be any.
 */
public final class PublicAddresses {

    /** IANA's registry of special purposes, the relays of 6to4, multicast, and what is reserved with broadcast in it. */
    private static final List<Block> TAKEN_OUT_OF_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // A public address at which machines of one provider find what belongs to themselves.
            "168.63.129.16/32");

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    /** Protocols with Teredo among them, documentation, 6to4, AS112 and segment routing. */
    private static final List<Block> TAKEN_OUT_OF_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /** What stands before the IPv4 address in an interface that is reached through one (ISATAP). */
    private static final byte[] ISATAP = {0x5e, (byte) 0xfe};

    private PublicAddresses() {}

    /** Whether a request may be sent there. */
    public static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return TAKEN_OUT_OF_4.stream().noneMatch(block -> block.has(bytes));
        }
        return GLOBAL_UNICAST.has(bytes)
                && TAKEN_OUT_OF_6.stream().noneMatch(block -> block.has(bytes))
                && !Arrays.equals(bytes, 10, 12, ISATAP, 0, 2);
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    /** Addresses that begin alike. */
    private static final class Block {

        private final byte[] first;
        private final int bits;

        private Block(byte[] first, int bits) {
            this.first = first;
            this.bits = bits;
        }

        static Block of(String written) {
            var parts = written.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("no block of addresses: " + written, impossible);
            }
        }

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, first, 0, whole)
                    && (rest == 0 || (address[whole] ^ first[whole]) >> (Byte.SIZE - rest) == 0);
        }
    }
}
