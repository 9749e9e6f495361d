package com.qliento.load;

/** A WhatsApp number of the business: where customers write to, and the secret its webhooks are signed with. */
record Channel(String phoneNumberId, String appSecret) {

    @Override
    public String toString() {
        return "Channel[" + phoneNumberId + "]";
    }
}
