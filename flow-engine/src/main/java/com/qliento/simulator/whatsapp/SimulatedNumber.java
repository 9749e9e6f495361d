package com.qliento.simulator.whatsapp;

/**
 * A business number of the simulated WhatsApp.
 *
 * @param phoneNumberId its id in Graph paths and webhooks, digits only
 * @param displayNumber the number that customers see, digits only
 * @param verifiedName the business's name in the chat
 * @param accountId its WhatsApp Business Account
 * @param appSecret signs the webhooks about it; never shown
 */
public record SimulatedNumber(
        String phoneNumberId, String displayNumber, String verifiedName, String accountId, String appSecret) {

    @Override
    public String toString() {
        return "SimulatedNumber[phoneNumberId=" + phoneNumberId + "]";
    }
}
