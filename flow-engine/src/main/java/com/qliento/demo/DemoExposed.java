package com.qliento.demo;

/** The demo would be reachable from outside with credentials that everybody knows. */
class DemoExposed extends RuntimeException {

    DemoExposed(String address) {
        super("The demo's credentials are known to everybody, and server.address is " + address
                + ", which others can reach. Set qliento.demo.password, qliento.demo.api-key and"
                + " qliento.demo.app-secret, or switch the demo off with qliento.demo.enabled=false.");
    }
}
