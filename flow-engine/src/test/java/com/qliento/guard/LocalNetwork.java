package com.qliento.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Primary;

/** A network in which every host of shop.example is one server of this machine that counts as public. */
@Primary
public class LocalNetwork extends Network {

    /** Where that server listens. */
    public static final String SHOP = "127.0.0.2";

    @Override
    InetAddress[] addresses(String host) throws UnknownHostException {
        if (!host.endsWith("shop.example")) {
            throw new UnknownHostException();
        }
        return InetAddress.getAllByName(SHOP);
    }

    @Override
    boolean has(InetAddress address) {
        return address.getHostAddress().equals(SHOP) || super.has(address);
    }
}
