package com.qliento.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** Where names lead, and where requests may: the network as it is, and of it what is public. */
@Component
class Network {

    /** All addresses of a name. Blocks until they are known. */
    InetAddress[] addresses(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** Whether a connection to it may be opened. */
    boolean has(InetAddress address) {
        return PublicAddresses.has(address);
    }
}
