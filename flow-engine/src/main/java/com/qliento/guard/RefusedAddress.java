package com.qliento.guard;

/** An address that no request is made to. Says nothing of the address, which may hold what a customer wrote. */
public final class RefusedAddress extends Exception {

    private static final long serialVersionUID = 1L;

    private final AddressRefusal refusal;

    RefusedAddress(AddressRefusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public AddressRefusal refusal() {
        return refusal;
    }
}
